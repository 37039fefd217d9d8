import encodeQR from 'qr';

/** A QR code with its quiet zone, always dark on white, because many scanners cannot read inverted codes. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const path = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
      role="img"
      className={className}
    >
      <title>{label}</title>
      <rect width="100%" height="100%" className="fill-white" />
      <path d={path} className="fill-black" />
    </svg>
  );
}
