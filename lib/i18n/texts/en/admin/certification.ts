/** Certifying the shop or a till. */
export const certification = {
  title: 'Certification',
  intro:
    'A certification runs the tests that SEQR required before a shop could go live. It uses the shop’s own functions and a temporary database, so your orders are not affected. Against the sandbox it takes about 15 seconds.',
  real: 'This shop is connected to a real SEQR service. You must pay two invoices with the SEQR app and cancel one, and the open period will be closed.',
  machine: (name: string) =>
    `A run and its reports stay on the machine that started it. This page shows those of ${name}; the shop’s other machines show their own. Let one machine run at a time.`,
  start: { webshop: 'Certify the webshop', pos: 'Certify a till' },
  startHint: {
    webshop: 'Everything that a webshop does.',
    pos: 'Registers a new terminal, tests it, then unregisters it.',
  },
  refused: {
    busy: 'Another certification is in progress. Wait until it is complete.',
    failed: 'The certification could not be started. See the server’s log for the reason.',
  },
  current: 'In progress',
  starting: 'Preparing a service and a database for this run.',
  progress: (done: number, all: number) => `${done} of ${all} tests`,
  elapsed: (seconds: number) => `${seconds} s`,
  reload: 'Without JavaScript this page reloads itself.',
  past: 'Earlier runs',
  none: 'No certification has been run yet.',
  kinds: { webshop: 'Webshop', pos: 'Till' },
  states: {
    passed: 'Certified',
    failed: 'Not certified',
    interrupted: 'Interrupted',
    running: 'In progress',
  },
  verdicts: {
    passed: 'passed',
    failed: 'failed',
    skipped: 'not run',
    running: 'in progress',
    waiting: 'waiting',
  },
  counts: (passed: number, failed: number, skipped: number) => `${passed} passed, ${failed} failed, ${skipped} not run`,
  sandbox: 'sandbox',
  by: (actor: string) => `by ${actor}`,
  report: 'Report',
  junit: 'JUnit XML',
  scan: 'Action needed from you',
  titleOf: (_id: string, title: string) => title,
};

export type CertificationTexts = typeof certification;
