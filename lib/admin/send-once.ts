import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs, now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { isDatabaseFailure } from '../db/database-failure';
import { log } from '../log';
import { sign } from '../server-secret';

/** A submitted form. `key` was generated with its page. */
export type SentForm = { readonly key: string; readonly path: string; readonly fields: URLSearchParams };

/**
 * `path`: the page to show next, null if the target does not exist. `changed`: the key was sent before with another
 * path or other fields. `unanswered`: the key was sent before, and its outcome is not known (yet).
 */
export type SendOutcome = { readonly path: string | null } | { readonly refused: FormRefusal };
export type FormRefusal = 'no-key' | 'changed' | 'unanswered';

const KEPT_SECONDS = 7 * 86_400;
/**
 * How long a repeated form waits for an answer. Counted from the first submission, so that repeats of an interrupted
 * form do not all wait.
 */
const ANSWER_SECONDS = 8;
const POLL_MS = 50;

/**
 * Runs a back-office form once per key. The key is committed before the effect starts, so two submissions never both
 * take effect; the second one waits for the first one's answer. If the process ends in between, the key stays
 * unanswered and the form is not repeated: the user checks and sends a new form.
 */
export async function sendOnce(form: SentForm, carryOut: () => Promise<string | null>): Promise<SendOutcome> {
  if (!/^[\w-]{16,40}$/.test(form.key)) return { refused: 'no-key' };
  const fingerprint = fingerprintOf(form);
  const earlier = await claim(form.key, fingerprint);
  if (earlier) return earlier.fingerprint === fingerprint ? awaitAnswer(form.key) : { refused: 'changed' };
  const path = await carryOut();
  await keepAnswer(form.key, path);
  return { path };
}

const scopeOf = (key: string) => `sentForm ${key}`;

/** Null if the key is new; the caller then owns it. */
async function claim(key: string, fingerprint: string): Promise<{ fingerprint: string } | null> {
  return db().write(async (tx) => {
    const earlier = await tx.sentForm.findUnique({ where: { key } });
    if (earlier) return earlier;
    const sentAt = now();
    await tx.sentForm.deleteMany({ where: { sentAt: { lt: secondsAfter(sentAt, -KEPT_SECONDS) } } });
    await tx.sentForm.create({ data: { key, fingerprint, sentAt } });
    return null;
  }, scopeOf(key));
}

/** The effect is kept even if its answer cannot be stored. A form without effect releases its key. */
async function keepAnswer(key: string, answer: string | null): Promise<void> {
  try {
    await db().write(async (tx) => {
      if (answer === null) await tx.sentForm.delete({ where: { key } });
      else await tx.sentForm.update({ where: { key }, data: { answer } });
    }, scopeOf(key));
  } catch (error) {
    if (!isDatabaseFailure(error)) throw error;
    log.error({ err: error }, 'admin: the answer to a form could not be stored');
  }
}

async function awaitAnswer(key: string): Promise<SendOutcome> {
  const until = monotonicMs() + ANSWER_SECONDS * 1000;
  for (;;) {
    const form = await db().read.sentForm.findUnique({ where: { key } });
    if (!form) return { path: null };
    if (form.answer !== null) return { path: form.answer };
    const isOld = secondsAfter(form.sentAt, ANSWER_SECONDS) < now();
    if (isOld || monotonicMs() > until) return { refused: 'unanswered' };
    await pause(POLL_MS);
  }
}

function fingerprintOf({ path, fields }: SentForm): string {
  return sign('sent-form', `${path}\n${fields}`).toString('base64url');
}
