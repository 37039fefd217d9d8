import { type Session, startSession } from '../admin/session';
import { configure } from './configure';

/** Signs in to the back office under that name, and returns the session. */
export function signedIn(actor = 'Åsa'): Session {
  configure({ ADMIN_PASSWORD: 'pine needles 7' });
  return startSession(actor).session;
}
