import { html, icon, svg } from './dom';
import type { Layout, Platform } from './parameters';
import { encodeQr, toPath } from './qr-code';
import { appLink } from './safe-url';
import { isEnd, type Phase } from './status';
import type { Texts } from './texts/texts';

export interface ViewState {
  phase: Phase;
  isOffline: boolean;
  invoiceQRCode?: string | undefined;
  secondsLeft?: number | undefined;
}

const quietZone = 4;
const outcomes: Partial<Record<Phase, string>> = {
  scanned: 'M9 3h6a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM11 17.5h2',
  reserved: 'M5 12.5l4.5 4.5L19 7.5',
  paid: 'M5 12.5l4.5 4.5L19 7.5',
  canceled: 'M7 7l10 10M17 7L7 17',
  failed: 'M12 6v7.5M12 17.5v.01',
  expired: 'M12 6.5V12l3.5 2.5M12 3a9 9 0 1 1-.01 0',
  gone: 'M9 9.5a3 3 0 1 1 4.2 2.7q-1.2.6-1.2 1.8M12 17.5v.01',
};

/** Draws the view once; `update` then only turns what a new state turns. */
export function drawView(texts: Texts, layout: Layout, platform: Platform) {
  const isDesktop = platform === 'desktop';
  const status = html('p', { class: 'seqr-status', role: 'status' });
  const timer = html('p', { class: 'seqr-timer', role: 'timer' });
  const tile = html('div', { class: 'seqr-tile' });
  const outcome = html('div', { class: 'seqr-outcome' });
  const button = html('a', { class: 'seqr-button' }, texts.press);
  const here = html('a', { target: '_blank', rel: 'noopener' }, texts.payHere);
  const code = html('code', { translate: 'no' });
  const [openApp, ...steps] = texts.steps.map((step) => html('li', {}, step));

  const card = html(
    'section',
    { class: 'seqr-card', 'aria-label': texts.press },
    html('p', { class: 'seqr-title' }, mark(), html('b', {}, 'SEQR'), html('span', {}, texts.wallet)),
    html(
      'div',
      { class: 'seqr-panel' },
      isDesktop ? tile : button,
      outcome,
      isDesktop && html('p', { class: 'seqr-caption' }, texts.scan),
      status,
      timer,
    ),
    html(
      'div',
      { class: 'seqr-side' },
      isDesktop && layout === 'standard' && film(),
      isDesktop && html('ol', { class: 'seqr-steps' }, openApp, ...steps),
      html(
        'div',
        { class: 'seqr-about' },
        html('p', {}, texts.apps),
        layout === 'standard' && html('p', {}, texts.line),
        isDesktop && here,
        html(
          'details',
          {},
          html('summary', {}, isDesktop ? texts.codeAsText : texts.showCode),
          !isDesktop && tile,
          code,
        ),
      ),
    ),
  );

  let drawnCode: string | undefined;
  let drawnPhase: Phase | undefined;

  const drawCode = (invoiceQRCode: string) => {
    const link = appLink(invoiceQRCode);
    const isApp = link !== invoiceQRCode;
    button.href = link;
    here.href = link;
    here.hidden = isApp;
    openApp?.toggleAttribute('hidden', !isApp);
    code.textContent = invoiceQRCode;
    tile.replaceChildren(...qrDrawing(invoiceQRCode, texts.code));
  };

  const update = (root: Element, { phase, isOffline, invoiceQRCode, secondsLeft }: ViewState) => {
    if (invoiceQRCode && invoiceQRCode !== drawnCode) drawCode(invoiceQRCode);
    drawnCode = invoiceQRCode;
    const words = isOffline ? texts.offline : texts[phase];
    // A live region that is written again is read again.
    if (status.textContent !== words) status.textContent = words;
    const isCounting = secondsLeft !== undefined && !isEnd(phase);
    timer.textContent = isCounting ? texts.timeLeft.replace('{time}', formatTime(secondsLeft)) : '';
    if (phase !== drawnPhase) {
      outcome.replaceChildren(icon('', '0 0 24 24', outcomes[phase] ?? ''));
    }
    drawnPhase = phase;
    const traits = [
      'view',
      layout,
      platform,
      `is-${phase}`,
      isEnd(phase) && 'done',
      isOffline && 'offline',
      drawnCode && 'ready',
    ];
    root.className = traits.map((trait) => (trait ? `seqr-${trait} ` : '')).join('');
  };
  return { card, update };
}

/** Seconds as `m:ss`, never below nought. */
export function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function qrDrawing(text: string, label: string): Element[] {
  const rows = encodeQr(text);
  if (!rows) return [];
  const size = rows.length + 2 * quietZone;
  return [
    svg(
      'svg',
      {
        class: 'seqr-qr',
        viewBox: `0 0 ${size} ${size}`,
        role: 'img',
        'aria-label': label,
        'shape-rendering': 'crispEdges',
      },
      svg('path', { fill: '#fff', d: `M0 0h${size}v${size}H0z` }),
      svg('path', { fill: '#000', d: toPath(rows, quietZone) }),
    ),
  ];
}

/** The mark: a finder pattern. */
function mark(): SVGElement {
  return icon('seqr-mark', '0 0 24 24', 'M4 4h16v16H4z', 'M11 11h2v2h-2z');
}

/** How it is done, without words: a phone comes to the screen, reads the code, goes back and has paid. */
function film(): SVGElement {
  const screen = 'M24 76V24q0-6 6-6h100q6 0 6 6v52M12 84h136';
  const code = 'M63 32h12v12H63zM85 32h12v12H85zM63 54h12v12H63zM85 55h4M93 55h4v5M85 65h6M97 66v0';
  return icon(
    'seqr-film',
    '0 0 200 96',
    screen,
    code,
    svg(
      'g',
      {},
      svg('path', { d: 'M151 30h26q5 0 5 5v48q0 5-5 5h-26q-5 0-5-5V35q0-5 5-5z' }),
      svg('path', { d: 'M157 59l5 5 9-10' }),
    ),
  );
}
