import { monotonicMs, now } from '../clock';
import { config, lanAddress } from '../config';
import { onSeqrExchange } from '../seqr/exchange-log';
import { listenForNotifications, NotificationLog } from './notifications';
import { type Payer, personalPayer } from './payer';
import { probeClient, type Tamper } from './probe';
import { notYetRun, runTests } from './run-tests';
import type { RunKind, RunView, TestView, Wish } from './run-view';
import type { Shop } from './shop';
import { type CertificationTest, type Limits, type Placed, usualLimits } from './test';
import { allTests } from './tests/all-tests';
import { Wire } from './wire';
import { withdrawAll } from './withdraw-all';

export type CertifyOptions = {
  readonly id: string;
  readonly kind: RunKind;
  readonly actor: string;
  readonly shop: Shop;
  /** Undefined: a person, before whose eyes `RunView.wish` is put. */
  readonly payer?: Payer;
  /** Where the door for notifications stands; port 0 chooses one. */
  readonly listenOn: { readonly host: string; readonly port: number };
  /** What SEQR reaches that door under; undefined: as the door is. */
  readonly publicUrl?: string | undefined;
  readonly limits?: Partial<Limits>;
  readonly tests?: readonly CertificationTest[];
  readonly tamper?: Tamper;
  readonly onChange: (run: RunView) => void;
};

/**
 * A whole run, from the first test to the verdict. The process's configuration must name the service, and databases of
 * the certification's own: orders are placed, paid and closed. Never throws for the shop's sake; what is not paid at
 * the end is withdrawn.
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
    wish: null,
    tests: tests.map(notYetRun),
  };
  const change = (news: Partial<RunView>) => {
    run = { ...run, ...news, ms: Math.round(monotonicMs() - started) };
    onChange(run);
  };
  const tell = (test: TestView) => change({ tests: run.tests.map((one) => (one.id === test.id ? test : one)) });
  change({});

  const wire = new Wire();
  const notifications = new NotificationLog();
  const placed: Placed[] = [];
  const stopListening = onSeqrExchange((exchange) => wire.note(exchange));
  const probe = probeClient(options.tamper);
  const door = await listenForNotifications(notifications, shop.notify, options.listenOn);
  const watcher = shop.startWatcher();
  try {
    const { host } = options.listenOn;
    const name = host === '0.0.0.0' ? (lanAddress() ?? 'localhost') : host;
    const forSeqr = options.publicUrl ?? `http://${name}:${door.port}`;
    await runTests(
      tests,
      {
        kind,
        shop,
        wire,
        notifications,
        placed,
        payer: options.payer ?? personalPayer((wish: Wish | null) => change({ wish })),
        limits: { ...usualLimits, ...options.limits },
        addresses: { forSeqr, forBuyer: forSeqr },
        switchTerminal(id, password) {
          probe.switchTerminal(id, password);
          change({ terminalId: id });
        },
        raiseVersion: probe.raiseVersion,
        memory: {},
      },
      tell,
    );
  } finally {
    await withdrawAll(shop, placed);
    await watcher.stop();
    await door.close();
    stopListening();
  }
  change({ state: run.tests.some(({ verdict }) => verdict === 'failed') ? 'failed' : 'passed', wish: null });
  return run;
}
