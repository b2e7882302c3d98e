import type { Transaction } from 'kysely';
import type { SeminarChange } from '../seminar/store.ts';
import type { Tables } from './schema.ts';
import * as kits from './seminar/change-kit.ts';
import { closeSession } from './seminar/close-session.ts';
import { contribute, withdraw } from './seminar/contribute.ts';
import { detail, note } from './seminar/fill-in.ts';
import { join, leave } from './seminar/join.ts';
import { merge } from './seminar/merge.ts';
import { moveSession, openSession, setTimer } from './seminar/steer.ts';
import { vote } from './seminar/vote.ts';

/** Carries out one change of kits and sessions. */
export async function changeSeminar(
  all: Transaction<Tables>,
  change: SeminarChange,
): Promise<unknown> {
  switch (change.kind) {
    case 'add-kit':
      return kits.addKit(all, change);
    case 'save-version':
      return kits.saveVersion(all, change);
    case 'set-kit-class':
      return kits.setKit(all, change.id, { class: change.classId });
    case 'set-kit-day':
      return kits.setKit(all, change.id, { held_on: change.heldOn });
    case 'share-kit':
      return kits.shareKit(all, change);
    case 'unshare-kit':
      return kits.unshareKit(all, change);
    case 'remove-kit':
      return all.deleteFrom('seminar_kit').where('id', '=', change.id).execute();
    case 'open-session':
      return openSession(all, change.session);
    case 'join':
      return join(all, change);
    case 'leave':
      return leave(all, change);
    case 'contribute':
      return contribute(all, change);
    case 'withdraw':
      return withdraw(all, change);
    case 'merge':
      return merge(all, change);
    case 'vote':
      return vote(all, change);
    case 'move-session':
      return moveSession(all, change);
    case 'set-timer':
      return setTimer(all, change);
    case 'detail':
      return detail(all, change);
    case 'note':
      return note(all, change);
    case 'close-session':
      return closeSession(all, change);
    default:
      return change satisfies never;
  }
}
