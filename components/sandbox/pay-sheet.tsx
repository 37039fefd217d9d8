'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { maxLengths } from '@/lib/input-limits';
import { primaryButton } from './buttons';
import { HiddenFields } from './hidden-fields';
import { BackIcon } from './icons';
import { Keypad } from './keypad';

type PaySheetTexts = Record<
  | 'title'
  | 'detail'
  | 'hint'
  | 'label'
  | 'remove'
  | 'back'
  | 'keypad'
  | 'confirm'
  | 'paying'
  | 'malformedPin'
  | 'unreachable',
  string
>;

/** The pay route's answer to a request for JSON. */
export type PayAnswer = { next: string } | { message: string };

const SHORTEST_PIN = 4;
const PAY_LINK = 'pay';

export type PayStep = {
  action: string;
  /** Sent with the form: how the app was opened, the payer, the language and the total that the payer saw. */
  hidden: Record<string, string>;
  openHref: string;
  closeHref: string;
  initialMessage?: string | undefined;
  texts: PaySheetTexts;
};

/**
 * An invoice, and the PIN sheet that covers it when open. The step is part of the address, so the phone's back gesture
 * closes the sheet. Without JavaScript, the link, the form and its redirect load full pages.
 */
export function PayFlow({ step, children }: { step: PayStep; children: ReactNode }) {
  const open = useSearchParams()?.get('step') === 'pin';

  return (
    <>
      <div inert={open} className="h-full">
        {children}
      </div>
      {open && <Sheet step={step} />}
    </>
  );
}

export function PayLink({ href, children }: { href: string; children: ReactNode }) {
  // Next does not handle pushState until effects have run. An earlier tap follows the link, as it does without JavaScript.
  const ready = useRef(false);
  useEffect(() => {
    ready.current = true;
  }, []);
  return (
    <a
      id={PAY_LINK}
      href={href}
      className={primaryButton}
      onClick={(event) => {
        if (!ready.current) return;
        event.preventDefault();
        window.history.pushState({ pinStep: true }, '', href);
      }}
    >
      {children}
    </a>
  );
}

function closeSheet(closeHref: string) {
  if (window.history.state?.pinStep) window.history.back();
  else window.history.replaceState(null, '', closeHref);
}

function Sheet({ step }: { step: PayStep }) {
  const { action, hidden, texts } = step;
  const close = () => closeSheet(step.closeHref);
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [paying, setPaying] = useState(false);
  const [message, setMessage] = useState(step.initialMessage);
  const [refusals, setRefusals] = useState(0);

  useEffect(() => () => document.getElementById(PAY_LINK)?.focus({ preventScroll: true }), []);

  function refuse(text: string) {
    setPaying(false);
    setPin('');
    setMessage(text);
    setRefusals((count) => count + 1);
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (paying) return;
    if (pin.length < SHORTEST_PIN) return refuse(texts.malformedPin);
    setPaying(true);
    setMessage(undefined);
    const answer = await send(action, new FormData(event.currentTarget));
    if (answer === null) {
      refuse(texts.unreachable);
      router.refresh();
    } else if ('next' in answer) router.replace(answer.next);
    else refuse(answer.message);
  }

  return (
    <div className="absolute inset-0 z-30 flex flex-col justify-end">
      <button
        type="button"
        aria-label={texts.back}
        tabIndex={-1}
        className="absolute inset-0 animate-veil bg-black/55"
        onClick={close}
      />
      <div
        role="dialog"
        aria-modal="true"
        aria-label={texts.title}
        onKeyDown={(event) => event.key === 'Escape' && close()}
        className="safe-bottom relative max-h-full animate-sheet overflow-y-auto rounded-t-3xl bg-card px-4 pt-3 text-ink"
      >
        <a
          href={step.closeHref}
          aria-label={texts.back}
          className="absolute top-3 left-2 grid size-11 place-items-center rounded-full text-act active:bg-tint"
          onClick={(event) => {
            event.preventDefault();
            close();
          }}
        >
          <BackIcon />
        </a>
        <div className="px-11 text-center">
          <h2 className="pt-1.5 font-semibold text-lg">{texts.title}</h2>
          <p className="text-soft text-sm">{texts.detail}</p>
        </div>
        <form action={action} method="post" onSubmit={submit} noValidate className="mt-3">
          <HiddenFields values={hidden} />
          <PinField key={refusals} input={input} pin={pin} setPin={setPin} label={texts.label} shake={refusals > 0} />
          <div className="min-h-12 px-2 py-1.5 text-balance text-center text-sm">
            <p role="alert" className="text-bad">
              {message}
            </p>
            {!message && <p className="text-soft">{texts.hint}</p>}
          </div>
          <Keypad
            label={texts.keypad}
            remove={texts.remove}
            disabled={paying}
            setPin={setPin}
            length={maxLengths.pin}
          />
          <button type="submit" aria-disabled={paying} className={`${primaryButton} sticky bottom-0 mt-3`}>
            {paying ? texts.paying : texts.confirm}
          </button>
        </form>
      </div>
    </div>
  );
}

function PinField({
  input,
  pin,
  setPin,
  label,
  shake,
}: {
  input: RefObject<HTMLInputElement | null>;
  pin: string;
  setPin: (pin: string) => void;
  label: string;
  shake: boolean;
}) {
  useEffect(() => input.current?.focus({ preventScroll: true }), [input]);
  return (
    <div className={`relative mx-auto h-14 w-56 ${shake ? 'animate-shake' : ''}`}>
      <input
        ref={input}
        name="pin"
        aria-label={label}
        required
        inputMode="numeric"
        pattern="[0-9]{4,8}"
        maxLength={maxLengths.pin}
        autoComplete="off"
        data-1p-ignore
        data-lpignore="true"
        value={pin}
        onChange={(event) => setPin(event.target.value.replace(/\D/g, '').slice(0, maxLengths.pin))}
        className="masked-digits h-full w-full rounded-2xl border-2 border-line bg-paper text-center text-2xl tracking-[0.8em] focus:border-act focus:outline-none scripted:text-transparent scripted:caret-transparent"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 hidden items-center justify-center gap-4 scripted:flex"
      >
        {Array.from({ length: Math.max(SHORTEST_PIN, pin.length) }, (_, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: digits have no identity
            key={place}
            className={`size-3.5 rounded-full border-2 ${place < pin.length ? 'border-act bg-act' : 'border-soft'}`}
          />
        ))}
      </span>
    </div>
  );
}

async function send(action: string, form: FormData): Promise<PayAnswer | null> {
  try {
    const response = await fetch(action, {
      method: 'POST',
      body: new URLSearchParams([...form].map(([name, value]) => [name, String(value)])),
      headers: { Accept: 'application/json' },
    });
    if (!response.ok) return null;
    const answer: PayAnswer = await response.json();
    return answer;
  } catch {
    return null;
  }
}
