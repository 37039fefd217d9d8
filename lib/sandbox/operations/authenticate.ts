import { consumePoint, refundPoint } from '../../http/rate-limit';
import { minLengths } from '../../input-limits';
import type { XmlElement } from '../../xml/parse-xml';
import type { Sandbox } from '../core/context';
import { cachedResult, isPassword } from '../core/credentials';
import type { KnownTerminal } from '../core/merchants';
import type { Reseller } from '../database/generated/client';
import { type Answer, refuse } from '../wire/answer';
import { child, exactText, text } from '../wire/fields';
import { TooManyCalls } from '../wire/soap-fault';

/** `address` is the network address of the caller; empty if unknown. */
export type TerminalCaller = { type: 'TERMINALID'; terminal: KnownTerminal; address: string };
export type ResellerCaller = { type: 'RESELLERUSER'; reseller: Reseller; address: string };
export type Caller = TerminalCaller | ResellerCaller;

/** registerTerminal accepts a shorter password, but calls with it are refused (SEQR manual 2.4.2.1). */
const MIN_PASSWORD_LENGTH = minLengths.terminalPassword;
/** SEQR documents these limits, except the one for clientId. */
const MAX_LENGTHS = { channel: 40, clientComment: 80, clientReference: 32, clientId: 200 };

/** Identifies the caller by the request's `context`, or returns a refusal (SEQR manual 2.4.2.1, result codes). */
export async function authenticate(sandbox: Sandbox, request: XmlElement, address: string): Promise<Caller | Answer> {
  const context = child(request, 'context');
  const principal = child(context, 'initiatorPrincipalId');
  const type = text(principal, 'type');
  const id = text(principal, 'id');
  if (!id || (type !== 'TERMINALID' && type !== 'RESELLERUSER')) {
    return refuse(
      'INVALID_INITIATOR_PRINCIPAL_ID',
      'initiatorPrincipalId needs an id and the type TERMINALID or RESELLERUSER',
    );
  }
  const password = exactText(context, 'password') ?? '';
  const caller =
    type === 'TERMINALID'
      ? await findTerminal(sandbox, id, password, address)
      : await findReseller(sandbox, id, text(principal, 'userId'), password, address);
  if ('result' in caller) return caller;
  for (const [field, longest] of Object.entries(MAX_LENGTHS)) {
    if ((text(context, field)?.length ?? 0) > longest) {
      return refuse('SYSTEM_ERROR', `${field} may have at most ${longest} characters`);
    }
  }
  return { ...caller, address };
}

async function findTerminal(
  sandbox: Sandbox,
  id: string,
  password: string,
  address: string,
): Promise<Omit<TerminalCaller, 'address'> | Answer> {
  const terminal = await sandbox.merchants.findTerminal(id);
  if (!terminal) return refuse('INVALID_INITIATOR_PRINCIPAL_ID', 'there is no such terminal');
  if (!(await isAcceptedPassword(sandbox, password, terminal.passwordHash, address))) {
    return refuse('AUTHENTICATION_FAILED', 'wrong password');
  }
  if (terminal.state !== 'ACTIVE') {
    return refuse('INVALID_INITIATOR_PRINCIPAL_STATE', `the terminal is ${terminal.state.toLowerCase()}`);
  }
  if (password.length < MIN_PASSWORD_LENGTH) {
    return refuse(
      'ACCESS_DENIED',
      `a terminal's password must have at least ${MIN_PASSWORD_LENGTH} characters; register a new terminal`,
    );
  }
  return { type: 'TERMINALID', terminal };
}

/** Some clients send the reseller and its user as one id, `public_test_shop/9900`. */
async function findReseller(
  sandbox: Sandbox,
  givenId: string,
  givenUserId: string | undefined,
  password: string,
  address: string,
): Promise<Omit<ResellerCaller, 'address'> | Answer> {
  const slash = givenUserId === undefined ? givenId.lastIndexOf('/') : -1;
  const id = slash < 0 ? givenId : givenId.slice(0, slash);
  const userId = slash < 0 ? givenUserId : givenId.slice(slash + 1);
  const reseller = await sandbox.db.read.reseller.findUnique({ where: { id } });
  if (!reseller) return refuse('INITIATOR_PRINCIPAL_NOT_FOUND', 'there is no such reseller');
  if (reseller.userId !== userId) return refuse('INITIATOR_PRINCIPAL_NOT_FOUND', 'the reseller has no such user');
  if (!(await isAcceptedPassword(sandbox, password, reseller.passwordHash, address))) {
    return refuse('AUTHENTICATION_FAILED', 'wrong password');
  }
  if (reseller.state !== 'ACTIVE') {
    return refuse('INVALID_INITIATOR_PRINCIPAL_STATE', `the reseller is ${reseller.state.toLowerCase()}`);
  }
  return { type: 'RESELLERUSER', reseller };
}

/**
 * A public sandbox limits the wrong passwords per address, because each costs a slow hash. Throws `TooManyCalls` beyond the
 * limit, unless it knows the result without hashing.
 */
async function isAcceptedPassword(
  { hosted }: Sandbox,
  password: string,
  stored: string,
  address: string,
): Promise<boolean> {
  const known = cachedResult(password, stored);
  if (known !== undefined) return known;
  if (!hosted) return isPassword(password, stored);
  // Counted before hashing, because calls may be concurrent.
  const wait = await consumePoint('password', address);
  if (wait > 0) throw new TooManyCalls(wait);
  const isRight = await isPassword(password, stored);
  if (isRight) await refundPoint('password', address);
  return isRight;
}
