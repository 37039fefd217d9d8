import { SMTPServer } from 'smtp-server';
import { portOf } from '../port-of';

type ReceivedMail = { recipients: string[]; raw: string };

/** Starts a real mail server on a free port. `refuse` takes SMTP codes; each of them refuses one of the next mails. */
export async function startSmtpServer() {
  const received: ReceivedMail[] = [];
  let refusals: number[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(_, __, callback) {
      const code = refusals.shift();
      callback(code === undefined ? null : Object.assign(new Error('not this one'), { responseCode: code }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ recipients, raw: Buffer.concat(chunks).toString() });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server.server);
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (...codes: number[]) => {
      refusals = codes;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
