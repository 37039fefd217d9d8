import { html, icon, path, svg } from './dom';
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
  scanned: 'M7 3h10v18H7zM11 17h2',
  reserved: 'M5 11h14v9H5zM8 11V4h8v7',
  paid: 'M5 13l4 4L19 7',
  canceled: 'M7 7l10 10M17 7L7 17',
  failed: 'M12 6v7M12 17v.1',
  gone: 'M12 6v7M12 17v.1',
  expired: 'M12 5v7l4 4',
};

/** Draws the view once; `update` then only turns what a new state turns. */
export function drawView(texts: Texts, layout: Layout, platform: Platform) {
  const isDesktop = platform === 'desktop';
  const isSupported = platform !== 'unsupported';
  const isStandard = layout === 'standard';

  const status = html('p', 'seqr-status');
  status.role = 'status';
  const timer = html('p', 'seqr-timer');
  timer.role = 'timer';
  const button = html('a', 'seqr-button', texts.press);
  const here = html('a', '', texts.payHere);
  here.target = '_blank';
  const tile = html('button', 'seqr-tile');
  tile.type = 'button';
  const zoom = html('div', 'seqr-zoom');
  zoom.popover = 'auto';
  zoom.onclick = () => zoom.hidePopover();
  tile.popoverTargetElement = zoom;
  const code = html('code');
  code.translate = false;
  const outcome = html('div', 'seqr-outcome');
  const firstStep = html('li', '', texts.steps[0]);

  const card = html(
    'div',
    'seqr-card',
    html('p', 'seqr-title', mark(), html('b', '', 'SEQR'), html('span', '', texts.wallet)),
    html(
      'div',
      'seqr-panel',
      isDesktop ? tile : isSupported && button,
      outcome,
      !isSupported && html('p', 'seqr-caption', texts.apps),
      !isSupported && html('p', '', texts.sorry),
      isDesktop && html('p', 'seqr-caption', texts.scan),
      status,
      timer,
    ),
    html(
      'div',
      'seqr-side',
      isDesktop && isStandard && film(),
      isDesktop && html('ol', 'seqr-steps', firstStep, html('li', '', texts.steps[1]), html('li', '', texts.steps[2])),
      html(
        'div',
        'seqr-about',
        isSupported && html('p', '', texts.apps),
        isSupported && isStandard && html('p', '', texts.line),
        isDesktop && here,
        html(
          'details',
          '',
          html('summary', isSupported ? '' : 'seqr-button', isDesktop ? texts.codeAsText : texts.showCode),
          !isDesktop && tile,
          code,
        ),
      ),
    ),
    zoom,
  );
  card.role = 'group';
  card.ariaLabel = texts.press;

  let drawnCode: string | undefined;
  let drawnPhase: Phase | undefined;

  const drawCode = (invoiceQRCode: string) => {
    const link = appLink(invoiceQRCode);
    const isApp = link !== invoiceQRCode;
    button.href = here.href = link;
    here.hidden = isApp;
    firstStep.hidden = !isApp;
    code.textContent = invoiceQRCode;
    for (const place of [tile, zoom]) place.replaceChildren(drawQr(invoiceQRCode, texts.code));
  };

  const update = (root: Element, { phase, isOffline, invoiceQRCode, secondsLeft }: ViewState) => {
    if (invoiceQRCode && invoiceQRCode !== drawnCode) drawCode(invoiceQRCode);
    drawnCode = invoiceQRCode;
    const words = isOffline ? texts.offline : texts[phase];
    // A live region that is written again is read again.
    if (status.textContent !== words) status.textContent = words;
    const isCounting = secondsLeft !== undefined && !isEnd(phase);
    timer.textContent = isCounting ? texts.timeLeft.replace('{time}', formatTime(secondsLeft)) : '';
    if (phase !== drawnPhase) outcome.replaceChildren(icon('', '0 0 24 24', path(outcomes[phase] ?? '')));
    drawnPhase = phase;
    const stage = isEnd(phase) ? ' seqr-done' : phase === 'waiting' ? '' : ' seqr-busy';
    const traits = `${stage}${drawnCode ? ' seqr-ready' : ''}`;
    root.className = `seqr-view seqr-${layout} seqr-${platform} seqr-is-${phase}${traits}`;
  };
  return { card, update };
}

/** Seconds as `m:ss`, never below nought. */
export function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Black on white whatever the page's colours, with the quiet zone; nothing where the text is too long for a code. */
function drawQr(text: string, label: string): SVGElement | string {
  const rows = encodeQr(text);
  if (!rows) return '';
  const size = rows.length + 2 * quietZone;
  return svg(
    'svg',
    {
      class: 'seqr-qr',
      viewBox: `0 0 ${size} ${size}`,
      width: '256',
      role: 'img',
      'aria-label': label,
      'shape-rendering': 'crispEdges',
    },
    svg('path', { fill: '#fff', d: `M0 0h${size}v${size}H0z` }),
    path(toPath(rows, quietZone)),
  );
}

/** The mark: a finder pattern. */
function mark(): SVGElement {
  return icon('seqr-mark', '0 0 24 24', path('M4 4h16v16H4zM11 11h2v2h-2z'));
}

/** How it is done, without words: a phone comes to the screen, reads the code, goes back and has paid. */
function film(): SVGElement {
  const screen = 'M24 76V18h112v58M12 84h136';
  const code = 'M63 32h12v12H63zM85 32h12v12H85zM63 54h12v12H63zM85 54h4M93 66h4';
  const phone = svg('g', {}, path('M150 30h36v58h-36z'), path('M160 59l6 6 10-11'));
  return icon('seqr-film', '0 0 200 96', path(screen + code), phone);
}
