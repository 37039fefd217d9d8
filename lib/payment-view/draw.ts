import { html, icon, path, svg } from './dom';
import type { Layout, Mode, Platform } from './parameters';
import { encodeQr, quietZone, toPath } from './qr-code';
import { appLink } from './safe-url';
import { isEnd, type Phase } from './status';
import type { Texts } from './texts/texts';

export interface ViewState {
  phase: Phase;
  isOffline: boolean;
  invoiceQRCode?: string | undefined;
  secondsLeft?: number | undefined;
}

const iPhone = 'M7 2h10v20H7zM11 18h2';
const android = 'M4 18a8 8 0 0 1 16 0zM8 11L6 7M16 11l2-4';
const outcomes: Partial<Record<Phase, string>> = {
  scanned: iPhone,
  reserved: 'M5 11h14v9H5zM8 11V4h8v7',
  paid: 'M5 13l4 4L19 7',
  canceled: 'M7 7l10 10M17 7L7 17',
};
const exclamationMark = 'M12 6v7M12 17v.1';

/** Draws the view once. The returned `update` changes only what differs in a new state. */
export function drawView(texts: Texts, layout: Layout, platform: Platform, mode: Mode) {
  const isDesktop = platform === 'desktop';
  const isSupported = platform !== 'unsupported';
  const isStandard = layout === 'standard';

  const status = html('output', 'seqr-status');
  const timer = html('p', 'seqr-timer');
  timer.role = 'timer';
  const button = html('a', 'seqr-button', texts.press);
  const here = html('a', '', texts.payHere);
  here.target = '_blank';
  const tile = html('button', 'seqr-tile');
  tile.type = 'button';
  const zoom = html('div', 'seqr-zoom');
  zoom.popover = 'auto';
  tile.popoverTargetElement = zoom;
  const code = html('code');
  code.translate = false;
  const outcome = html('div', 'seqr-outcome');

  const card = html(
    'div',
    'seqr-card',
    html('p', 'seqr-title', html('i', '', texts.wallet), logo()),
    html(
      'div',
      'seqr-panel',
      isDesktop ? tile : isSupported && button,
      outcome,
      !isSupported && html('p', 'seqr-caption', texts.apps),
      !isSupported && html('p', '', texts.sorry),
      html('div', 'seqr-words', isDesktop && html('p', 'seqr-caption', texts.scan), status, timer),
    ),
    html(
      'div',
      'seqr-side',
      isSupported && html('p', 'seqr-caption', texts.get),
      isSupported && html('p', 'seqr-phones', sign(iPhone), '\u00a0iPhone\u2003', sign(android), '\u00a0Android'),
      isSupported && isStandard && film(texts.line),
      isDesktop && html('p', 'seqr-line', texts.line),
      html(
        'div',
        'seqr-about',
        isDesktop && here,
        !isDesktop && html('details', '', html('summary', isSupported ? '' : 'seqr-button', texts.showCode), tile),
      ),
    ),
    zoom,
  );
  card.role = 'group';
  card.ariaLabel = texts.press;

  let drawnCode: string | undefined;
  let drawnPhase: Phase | undefined;

  const drawCode = (invoiceQRCode: string) => {
    const link = appLink(invoiceQRCode, mode);
    const isApp = link !== invoiceQRCode;
    button.href = here.href = link;
    here.hidden = isApp;
    code.textContent = invoiceQRCode;
    tile.replaceChildren(drawQr(invoiceQRCode, texts.code));
    const large = drawQr(invoiceQRCode, texts.code);
    zoom.replaceChildren(large, code);
    large.onclick = () => zoom.hidePopover();
  };

  const update = (root: Element, { phase, isOffline, invoiceQRCode, secondsLeft }: ViewState) => {
    if (invoiceQRCode && invoiceQRCode !== drawnCode) drawCode(invoiceQRCode);
    drawnCode = invoiceQRCode;
    const words = isOffline ? texts.offline : texts[phase];
    // Writing to a live region makes screen readers repeat it.
    if (status.textContent !== words) status.textContent = words;
    const isCounting = secondsLeft !== undefined && !isEnd(phase);
    timer.textContent = isCounting ? texts.timeLeft.replace('{time}', formatTime(secondsLeft)) : '';
    if (phase !== drawnPhase) outcome.replaceChildren(sign(outcomes[phase] ?? exclamationMark));
    drawnPhase = phase;
    const stage = isEnd(phase) ? ' seqr-done' : phase === 'waiting' ? '' : ' seqr-busy';
    const traits = `${stage}${drawnCode ? ' seqr-ready' : ''}`;
    root.className = `seqr-view seqr-${layout} seqr-${platform} seqr-is-${phase}${traits}`;
  };
  return { card, update };
}

/** Seconds as `m:ss`, never negative. */
function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Draws a QR code, black on white in any page, with the quiet zone. It is empty if the text is too long for a code. */
function drawQr(text: string, label: string): SVGElement {
  const rows = encodeQr(text);
  if (!rows) return svg('svg', {});
  const size = rows.length + 2 * quietZone;
  return svg(
    'svg',
    {
      class: 'seqr-qr',
      viewBox: `0 0 ${size} ${size}`,
      role: 'img',
      'aria-label': label,
      'shape-rendering': 'crispEdges',
    },
    svg('path', { fill: '#fff', d: `M0 0h${size}v${size}H0z` }),
    path(toPath(rows)),
  );
}

function sign(d: string): SVGElement {
  return icon('', '0 0 24 24', path(d));
}

/** SEQR's logo in lines and dots: one dot every six units. */
function logo(): SVGElement {
  const lines = 'M16 4H4v6h12v6H4M34 4H22v12h12M22 10h12M40 4h12v12H40zM46 16v6M58 16V4h12v6H58M70 16l-6-6';
  const dots = svg('g', { 'stroke-width': '4', 'stroke-dasharray': '0 6' }, path(lines));
  return icon('seqr-mark', '0 0 74 26', path(lines), dots);
}

/** An animation that a click starts and stops: a phone approaches the screen, reads the code and pays. */
function film(name: string): HTMLButtonElement {
  const screen = 'M46 82V16h112v66M32 90h140M60 30h16v16H60zM34 102h164';
  const phone = 'M164 26h36v60h-36zM190 52l-10 11-6-6';
  const play = 'M84 42h36v26H84zM97 48v14l12-7z';
  const button = html('button', 'seqr-film', icon('', '24 6 184 106', path(screen), path(phone), path(play)));
  button.type = 'button';
  button.ariaLabel = name;
  button.onclick = () => button.classList.toggle('seqr-playing');
  return button;
}
