/** The connection to SEQR, and the registration of a till. */
export const seqr = {
  title: 'SEQR',
  settings: 'Settings',
  settingsHint: 'Set in the environment (.env). Passwords are never shown.',
  service: 'Service',
  sandbox: 'the sandbox of this server',
  terminal: 'Terminal',
  reseller: 'Reseller user',
  clientId: 'Client ID',
  timeout: 'Response timeout',
  seconds: (n: number) => `${n} s`,
  notificationUrl: 'Notification address',
  publicUrl: 'PUBLIC_URL',
  notSet: 'not set: the address of the request is used',
  test: 'Connection test',
  testHint: 'Fetches the contract, tries both logins and calls the notification address. Changes nothing.',
  testStart: 'Test the connection',
  testAgain: 'Test the connection again',
  checks: {
    wsdl: {
      good: 'The contract (WSDL) can be fetched.',
      bad: 'The contract (WSDL) cannot be fetched.',
      unsure: 'Could not check whether the contract (WSDL) can be fetched.',
    },
    service: {
      good: 'The service responds.',
      bad: 'The service does not respond. Check SEQR_WSDL_URL.',
      unsure: 'Could not check whether the service responds.',
    },
    terminal: {
      good: 'The terminal’s credentials are accepted.',
      bad: 'The terminal is refused. Check SEQR_TERMINAL_ID and SEQR_TERMINAL_PASSWORD.',
      unsure: 'Could not check whether the terminal is accepted.',
    },
    reseller: {
      good: 'The reseller user’s credentials are accepted.',
      bad: 'The reseller user is refused. Check SEQR_RESELLER_ID and SEQR_RESELLER_PASSWORD.',
      unsure: 'Could not check whether the reseller user is accepted.',
    },
    notification: {
      good: 'The notification address responds when called from here.',
      bad: 'The notification address does not respond, even when called from here. Check PUBLIC_URL.',
      unsure: 'Could not check whether the notification address responds.',
    },
    outside: {
      good: 'SEQR’s notifications arrive.',
      bad: 'SEQR’s notifications are not arriving. Check that PUBLIC_URL is reachable from the internet.',
      unsure:
        'No notification has arrived since the shop started, so it is unknown whether SEQR can reach this address.',
    },
  },
  register: 'Register a till',
  registerHint:
    'Use this only for a cash register, not for this webshop: each new invoice from a till cancels the till’s open invoice. SEQR issues the webshop’s terminal (SEQR_TERMINAL_ID). The request is sent as the reseller user. SEQR assigns the till’s ID; you set its password.',
  registered: 'The till is registered. Its terminal ID:',
  registeredHint: 'Enter this ID and its password in the cash register. Leave the webshop’s own settings as they are.',
  fields: {
    externalId: 'Your ID for the till',
    name: 'Name',
    password: 'Password for the till, at least 4 characters',
  },
};

export type SeqrTexts = typeof seqr;
