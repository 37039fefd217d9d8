const LOOKS: Record<string, string> = {
  ISSUED: 'bg-paper text-ink ring-1 ring-line',
  PENDING_ISSUER_ACKNOWLEDGE: 'bg-warn-tint text-warn',
  RESERVED: 'bg-tint text-tint-ink',
  PAID: 'bg-act text-act-ink',
  CANCELED: 'bg-bad-tint text-bad',
  FAILED: 'bg-bad-tint text-bad',
  EXPIRED: 'bg-warn-tint text-warn',
};

export function StatusBadge({ status }: { status: string }) {
  return (
    <span className={`inline-block rounded-full px-2.5 py-0.5 font-semibold text-xs ${LOOKS[status] ?? LOOKS.ISSUED}`}>
      {status === 'PENDING_ISSUER_ACKNOWLEDGE' ? 'PENDING ACK' : status}
    </span>
  );
}

/** A SOAP answer's result code, or the HTTP status of a fault. */
export function ResultBadge({ httpStatus, resultCode }: { httpStatus: number; resultCode: number | null }) {
  const good = httpStatus === 200 && resultCode === 0;
  const text = resultCode === null ? `HTTP ${httpStatus}` : String(resultCode);
  return (
    <span
      className={`inline-block min-w-9 rounded-md px-1.5 py-0.5 text-center font-semibold text-xs tabular-nums ${good ? 'bg-tint text-tint-ink' : 'bg-bad-tint text-bad'}`}
    >
      {text}
    </span>
  );
}
