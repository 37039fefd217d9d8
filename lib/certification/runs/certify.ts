import { monotonicMs, now } from '../../clock';
import { config } from '../../config';
import { lanAddress } from '../../lan-address.js';
import { onSeqrExchange } from '../../seqr/exchange-log';
import { type CertificationTest, type Limits, type Placed, usualLimits } from '../check';
import { allTests } from '../checks/all-checks';
import { listenForNotifications, NotificationLog } from '../notifications';
import { type Payer, personalPayer } from '../payer';
import type { Prompt, RunKind, RunView, TestView } from '../run-view';
import type { Shop } from '../shop';
import { Wire } from '../wire';
import { withdrawAll } from '../withdraw-all';
import { probeClient, type Tamper } from './probe';
import { notYetRun, runTests } from './run-checks';

export type CertifyOptions = {
  readonly id: string;
  readonly kind: RunKind;
  readonly actor: string;
  readonly shop: Shop;
  /** If absent, a person pays, prompted by `RunView.prompt`. */
  readonly payer?: Payer;
  /** Where to listen for notifications; port 0 picks a free one. */
  readonly listenOn: { readonly host: string; readonly port: number };
  /** The address at which SEQR reaches that listener; default: the listener's own. */
  readonly publicUrl?: string | undefined;
  readonly limits?: Partial<Limits>;
  readonly tests?: readonly CertificationTest[];
  readonly tamper?: Tamper;
  readonly onChange: (run: RunView) => void;
};

/**
 * Runs all tests. The process must be configured for the service and for databases of its own, because orders are
 * placed, paid and closed. Does not throw if the shop fails a test. Unpaid invoices are cancelled at the end.
 */
export async function certify(options: CertifyOptions): Promise<RunView> {
  const { kind, shop, onChange, tests = allTests(kind) } = options;
  const started = monotonicMs();
  const { seqr } = config();
  let run: RunView = {
    id: options.id,
    kind,
    state: 'running',
    endpoint: seqr.endpoint,
    isSandbox: options.payer !== undefined,
    terminalId: seqr.terminalId,
    clientId: seqr.clientId,
    actor: options.actor,
    startedAt: now().toISOString(),
    ms: 0,
    problem: null,
    prompt: null,
    tests: tests.map(notYetRun),
  };
  const change = (news: Partial<RunView>) => {
    run = { ...run, ...news, ms: Math.round(monotonicMs() - started) };
    onChange(run);
  };
  const onUpdate = (test: TestView) => change({ tests: run.tests.map((one) => (one.id === test.id ? test : one)) });
  change({});

  const wire = new Wire();
  const notifications = new NotificationLog();
  const placed: Placed[] = [];
  const stopListening = onSeqrExchange((exchange) => wire.note(exchange));
  const probe = probeClient(options.tamper);
  const listener = await listenForNotifications(notifications, shop.notify, options.listenOn);
  const background = shop.startBackground();
  try {
    const { host } = options.listenOn;
    const name = host === '0.0.0.0' ? (lanAddress() ?? 'localhost') : host;
    const forSeqr = options.publicUrl ?? `http://${name}:${listener.port}`;
    await runTests(
      tests,
      {
        kind,
        shop,
        wire,
        notifications,
        placed,
        payer: options.payer ?? personalPayer((prompt: Prompt | null) => change({ prompt })),
        limits: { ...usualLimits, ...options.limits },
        addresses: { forSeqr, forBuyer: forSeqr },
        switchTerminal(id, password) {
          probe.switchTerminal(id, password);
          change({ terminalId: id });
        },
        raiseVersion: probe.raiseVersion,
        memory: {},
      },
      onUpdate,
    );
  } finally {
    await withdrawAll(shop, placed);
    await background.stop();
    await listener.close();
    stopListening();
  }
  change({ state: run.tests.some(({ verdict }) => verdict === 'failed') ? 'failed' : 'passed', prompt: null });
  return run;
}
