import type { Texts } from './texts';

export const it: Texts = {
  wallet: 'Il portafoglio mobile',
  scan: 'Scansiona e paga con SEQR',
  press: 'Paga con SEQR',
  get: 'Scarica l’app SEQR',
  apps: 'SEQR è disponibile per iPhone e Android',
  line: 'Pagare online è facile come in negozio.',
  sorry: 'Purtroppo non esiste un’app SEQR per questo telefono. Puoi scansionare il codice con un altro.',
  waiting: 'In attesa del tuo pagamento',
  scanned: 'Ora conferma sul telefono',
  reserved: 'L’importo è stato autorizzato',
  paid: 'Pagato. Grazie!',
  canceled: 'Il pagamento è stato annullato. Non è stato addebitato nulla.',
  failed: 'Il pagamento non è andato a buon fine',
  expired: 'Il tempo per pagare è scaduto',
  gone: 'Questo pagamento non si può più seguire qui. Chiedi al negozio',
  offline: 'Nessuna connessione. Nuovo tentativo in corso',
  timeLeft: 'Restano {time} per pagare',
  code: 'Codice QR per l’app SEQR',
  showCode: 'Paga con un altro telefono',
  payHere: 'Non hai il telefono con te? Aprilo qui',
};
