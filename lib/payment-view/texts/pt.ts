import type { Texts } from './texts';

export const pt: Texts = {
  wallet: 'A carteira no telemóvel',
  scan: 'Digitalize e pague com SEQR',
  press: 'Pagar com SEQR',
  get: 'Descarregue a aplicação SEQR',
  apps: 'O SEQR está disponível para iPhone e Android',
  line: 'Pagar na internet é tão fácil como na loja.',
  sorry: 'Lamentamos, mas não há aplicação SEQR para este telemóvel. Pode digitalizar o código com outro.',
  waiting: 'À espera do seu pagamento',
  scanned: 'Confirme agora no telemóvel',
  reserved: 'O montante está reservado',
  paid: 'Pago. Obrigado!',
  canceled: 'O pagamento foi cancelado. Nada foi cobrado.',
  failed: 'O pagamento não foi concluído',
  expired: 'O tempo para pagar terminou',
  gone: 'Já não é possível acompanhar aqui este pagamento. Contacte a loja',
  offline: 'Sem ligação. A tentar novamente',
  timeLeft: 'Tem {time} para pagar',
  code: 'Código QR para a aplicação SEQR',
  showCode: 'Pagar com outro telemóvel',
  payHere: 'Não tem o telemóvel à mão? Abra aqui',
};
