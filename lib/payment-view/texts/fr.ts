import type { Texts } from './texts';

export const fr: Texts = {
  wallet: 'Le portefeuille mobile',
  scan: 'Scannez pour payer avec SEQR',
  press: 'Payer avec SEQR',
  get: 'Téléchargez l’appli SEQR',
  apps: 'SEQR est disponible sur iPhone et Android',
  line: 'Payer en ligne est aussi simple qu’en magasin.',
  sorry: 'Désolé, il n’existe pas d’application SEQR pour ce téléphone. Un autre téléphone peut scanner le code.',
  waiting: 'En attente de votre paiement',
  scanned: 'Confirmez sur votre téléphone',
  reserved: 'Le montant est réservé',
  paid: 'Payé. Merci\u202f!',
  canceled: 'Le paiement a été annulé. Rien n’a été débité.',
  failed: 'Le paiement n’a pas abouti',
  expired: 'Le délai de paiement est écoulé',
  gone: 'Ce paiement ne peut plus être suivi ici. Adressez-vous à la boutique',
  offline: 'Pas de connexion. Nouvel essai en cours',
  timeLeft: 'Il reste {time} pour payer',
  code: 'Code QR pour l’application SEQR',
  showCode: 'Payer avec un autre téléphone',
  payHere: 'Pas de téléphone à portée de main\u202f? Ouvrez ici',
};
