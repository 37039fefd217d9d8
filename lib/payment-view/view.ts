import { drawView, type ViewState } from './draw';
import { followStatus } from './follow';
import type { Parameters } from './parameters';
import { detectPlatform } from './platform';
import { safeUrl } from './safe-url';
import type { PaymentStatus } from './seqrShop.mjs';
import { isEnd, phaseOf } from './status';
import { en } from './texts/en';
import { loadTexts, pickLanguage } from './texts/load';
import type { Texts } from './texts/texts';
import css from './view.css';

/**
 * Puts the view into its element. Returns a function that starts polling. That function returns one that stops polling, or
 * undefined if there is nothing to poll. `folder` is the address of the script's folder.
 */
export function createView(
  host: HTMLElement,
  parameters: Parameters,
  folder: string,
  notify: (status: PaymentStatus) => void,
) {
  const { injectCSS, invoiceId, invoiceQRCode, language, layout, mode, pollFreq, statusURL } = parameters;
  const platform = parameters.platform ?? detectPlatform(navigator.userAgent, navigator.maxTouchPoints);
  const chosen = pickLanguage(language ? [language] : navigator.languages);
  const id = invoiceId ?? /\/R(\d+)$/i.exec(invoiceQRCode ?? '')?.[1];
  const ownUrl = id && new URL(`/seqr-webshop-api/invoices/${id}`, folder).href;
  const url = statusURL ?? ownUrl;
  const view = document.createElement('div');
  let update: ((view: Element, state: ViewState) => void) | undefined;
  let state: ViewState = { phase: url || invoiceQRCode ? 'waiting' : 'gone', isOffline: false, invoiceQRCode };
  let expiresAt = Number.NaN;
  let clockOffset = 0;

  const render = (change: Partial<ViewState>) => {
    const secondsLeft = (expiresAt - clockOffset - Date.now()) / 1000;
    // No countdown above an hour: the payer need not hurry, or this device's clock is wrong.
    state = { ...state, ...change, secondsLeft: secondsLeft <= 3600 ? secondsLeft : undefined };
    update?.(view, state);
  };
  // Keeps earlier classes, as SEQR's script does: a page may select the view by any status that it has had.
  const addStatus = (word: string) => host.classList.add(`seqr-status-${word.toLowerCase()}`);

  const codeOf = ({ invoiceQRCode: offered }: Pick<PaymentStatus, 'invoiceQRCode'>) =>
    !invoiceQRCode && safeUrl(offered, document.baseURI) ? { invoiceQRCode: offered } : {};

  const take = (status: PaymentStatus, serverTime: number) => {
    // The server's time is in whole seconds, so a smaller difference is not significant.
    const offset = serverTime - Date.now();
    if (Math.abs(offset - clockOffset) > 1500) clockOffset = offset;
    expiresAt = Date.parse(status.expiresAt ?? '');
    addStatus(status.status);
    render({ phase: phaseOf(status), isOffline: false, ...codeOf(status) });
    notify(status);
  };

  if (injectCSS) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:host{display:block}${css}`);
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(view);
  } else host.append(view);
  if (!document.getElementById('seqr-container')) host.id = 'seqr-container';
  host.classList.add(`seqr-${platform}`);
  view.lang = chosen;
  render({});
  const draw = (texts: Texts) => {
    clearTimeout(fallback);
    const drawn = drawView(texts, layout, platform, mode);
    view.replaceChildren(drawn.card);
    update = drawn.update;
    render({});
  };
  const fallback = setTimeout(() => draw(en), 2000);
  void loadTexts(chosen, folder).then(draw);

  // A merchant's answer may lack the code; SEQR's contains it.
  if (ownUrl && statusURL && !invoiceQRCode) {
    fetch(ownUrl).then(
      async (response) => render(codeOf(await response.json())),
      () => {},
    );
  }

  return () => {
    if (!url || isEnd(state.phase)) return undefined;
    const stopFollowing = followStatus({
      url,
      pollFreq,
      onStatus: take,
      onOffline: (isOffline) => render({ isOffline }),
      onGone: () => {
        addStatus('gone');
        render({ phase: 'gone', isOffline: false });
      },
    });
    const clock = setInterval(() => !isEnd(state.phase) && render({}), 1000);
    return () => {
      stopFollowing();
      clearInterval(clock);
    };
  };
}
