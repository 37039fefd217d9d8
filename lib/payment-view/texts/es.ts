import type { Texts } from './texts';

export const es: Texts = {
  wallet: 'La cartera móvil',
  scan: 'Escanea y paga con SEQR',
  press: 'Pagar con SEQR',
  get: 'Descarga la aplicación SEQR',
  apps: 'SEQR está disponible para iPhone y Android',
  line: 'Pagar en línea es tan fácil como en la tienda.',
  sorry: 'Lo sentimos, no hay aplicación SEQR para este móvil. Puedes escanear el código con otro.',
  waiting: 'Esperando tu pago',
  scanned: 'Confirma ahora en tu móvil',
  reserved: 'El importe está reservado',
  paid: 'Pagado. ¡Gracias!',
  canceled: 'El pago se ha cancelado. No se ha cobrado nada.',
  failed: 'El pago no se ha podido completar',
  expired: 'Se ha agotado el tiempo para pagar',
  gone: 'Este pago ya no se puede seguir aquí. Consulta con la tienda',
  offline: 'Sin conexión. Reintentando',
  timeLeft: 'Quedan {time} para pagar',
  code: 'Código QR para la aplicación SEQR',
  showCode: 'Pagar con otro móvil',
  payHere: '¿No tienes el móvil a mano? Ábrelo aquí',
};
