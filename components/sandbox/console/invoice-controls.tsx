import { smallButton } from './styles';

const OPEN = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE'];
const LATER = [
  [20, '20 s'],
  [60, '1 min'],
  [3600, '1 h'],
] as const;

/** Buttons that act as the invoice's payer or move its clock. */
export function InvoiceControls({
  reference,
  status,
  refusal,
}: {
  reference: string;
  status: string;
  refusal?: string | undefined;
}) {
  const open = OPEN.includes(status);
  return (
    <form action={`/sandbox/invoices/${reference}/act`} method="post" className="px-5 pb-5">
      {refusal && (
        <p role="alert" className="mb-3 rounded-xl bg-bad-tint px-3 py-2 text-bad text-sm">
          {`Refused: ${refusal.slice(0, 60)}`}
        </p>
      )}
      <div className="grid grid-cols-2 gap-2">
        <button type="submit" name="do" value="scan" disabled={!open} className={smallButton}>
          Scan
        </button>
        <button type="submit" name="do" value="pay" disabled={!open} className={smallButton}>
          Pay
        </button>
        <button type="submit" name="do" value="fail" disabled={!open} className={smallButton}>
          Fail
        </button>
        <button type="submit" name="do" value="cancel" disabled={!open} className={smallButton}>
          Cancel
        </button>
        <button
          type="submit"
          name="do"
          value="reverse"
          disabled={status !== 'PAID'}
          className={`${smallButton} col-span-2`}
        >
          Reverse the payment
        </button>
      </div>
      <p className="mt-4 mb-2 text-soft text-sm">Move this invoice’s clock ahead</p>
      <div className="grid grid-cols-3 gap-2">
        {LATER.map(([seconds, text]) => (
          <button type="submit" key={seconds} name="advance" value={seconds} className={smallButton}>
            {text}
          </button>
        ))}
      </div>
    </form>
  );
}
