/** Buttons on a demonstration's payment page that try out a failure, such as a lost answer, on the visitor's own payment. */
export const whatIf = {
  title: 'What if …?',
  hint: 'Make something go wrong with this payment and see what the shop does. Nobody else is affected. Some buttons also pay, with the sandbox’s money.',
  outcomeTitle: 'What the shop did',
  refused:
    'That cannot be tried now: another one is in progress, this payment no longer waits for a payer, or SEQR’s sandbox does not answer. Wait a minute and try again.',
  buttons: {
    network: {
      label: 'Let the network die',
      text: 'The connection to SEQR breaks four times after somebody has paid.',
    },
    down: { label: 'Let SEQR be down', text: 'SEQR responds with error 503 four times after somebody has paid.' },
    lost: {
      label: 'Lose the response',
      text: 'The payer cancels. The shop asks for a new code, and SEQR’s response never arrives.',
    },
    money: { label: 'Have no money', text: 'A payer with an empty account confirms.' },
    slow: { label: 'Be too slow', text: 'Somebody pays, but SEQR does not hear from the shop for 20 seconds.' },
    twice: { label: 'Pay twice', text: 'Two payers confirm the same invoice, and SEQR repeats its notification.' },
  },
  pending: {
    network: (failed: number) =>
      `${calls(failed)} to SEQR failed so far. The payer has paid, and the shop keeps asking until SEQR responds.`,
    down: (failed: number) =>
      `SEQR failed to respond to ${calls(failed)} so far. The payer has paid, and the shop keeps asking.`,
    lost: 'The shop waits for SEQR to confirm the cancellation, and then asks for a new code.',
    money: 'SEQR has not refused the payer. The shop waits for the payment.',
    slow: 'The payer has paid, but SEQR does not hear from the shop. After 20 seconds, SEQR reverses the payment.',
    twice: 'Two payers have confirmed. The shop is asking SEQR about the invoice.',
  },
  done: {
    network: (failed: number, seconds: string) =>
      `${calls(failed)} to SEQR failed. The shop kept asking and knew of the payment after ${seconds} s. SEQR would have reversed it after 20.`,
    down: (failed: number, seconds: string) =>
      `SEQR failed to respond to ${calls(failed)}. The shop kept asking and knew of the payment after ${seconds} s.`,
    lost: 'The shop cannot tell whether SEQR issued the invoice. It did not repeat the call, and it never shows that invoice’s code. Get a new code to go on.',
    money:
      'SEQR refused the payer and charged nothing. The order is unpaid, and the shop still waits with the same code.',
    slow: 'SEQR reversed the payment, so the payer has the money back. The shop asked SEQR again, learned of it, and left the order unpaid.',
    twice:
      'SEQR charged the first payer only and refused the second. The shop booked one payment, whatever the number of notifications.',
  },
};

function calls(count: number): string {
  return count === 1 ? '1 call' : `${count} calls`;
}

export type WhatIfTexts = typeof whatIf;
