// Shows progress: in a terminal, one line that is updated; elsewhere, a plain line now and then.

const PLAIN_EVERY_MS = 10_000;

export function newProgress(total: number) {
  const out = process.stdout;
  const started = performance.now();
  let spokenAt = started;
  let line = '';
  const show = (done: number, note: string) => {
    const seconds = Math.round((performance.now() - started) / 1000);
    line = `  ${done} of ${total} orders, ${seconds} s${note ? ` – ${note}` : ''}`;
    if (out.isTTY) out.write(`\r\x1b[2K${line.slice(0, (out.columns ?? 80) - 1)}`);
    else if (performance.now() - spokenAt > PLAIN_EVERY_MS) {
      spokenAt = performance.now();
      out.write(`${line}\n`);
    }
  };
  const end = () => {
    out.write(out.isTTY ? '\r\x1b[2K' : '');
    out.write(`${line}\n`);
  };
  return { show, end };
}
