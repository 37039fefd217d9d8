import { hash, verify } from '@node-rs/argon2';
import { maxLengths, minLengths } from '../input-limits';

/** OWASP's first choice of parameters: argon2id (the default), 19 MiB, two passes, one lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of no known password, with the same parameters, so that checking it takes as long as checking a real one. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$DPUn7QKvAqISoOBbz0SObA$DEWeUhPKV+us8+B39kU6DH23zrzUg/Npt+n+mTi7x8I';

export type PasswordProblem = 'short' | 'long' | 'name-in-password';

/** Why a new password is refused; null if it is accepted. */
export function passwordProblem(password: string, name: string): PasswordProblem | null {
  const { length } = [...password];
  if (length < minLengths.password) return 'short';
  if (length > maxLengths.password) return 'long';
  return password.toLowerCase().includes(name.toLowerCase()) && name.length > 2 ? 'name-in-password' : null;
}

/** Runs on a thread of its own, so other requests are not delayed. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/** `hash`: null if no password can match, for example for a removed person. Takes the same time in both cases. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const isMatch = await verify(hash ?? NOBODYS, password);
  return isMatch && hash !== null;
}
