import { setUpComposer } from './composer.ts';
import { ConversationView } from './conversation.ts';
import { byId } from './elements.ts';
import { fillMenu, setUpMenu } from './menu.ts';
import { MessagesButton } from './messages-button.ts';
import { PassageSheet } from './passage-sheet.ts';
import type { Me } from './server.ts';
import { SignIn } from './sign-in.ts';

const conversation = new ConversationView(new PassageSheet(), () => showWhoIsHere());
const say = (text: string, shown?: string) => conversation.say(text, shown);
const messages = new MessagesButton(() => say('/inbox', '消息'));
const offer = (me: Me) => {
  fillMenu(me.menu, say);
  messages.show(me);
};
const signIn = new SignIn({
  changed: async (me) => {
    offer(me);
    // A question that is open is another person's.
    conversation.forgetAnswering();
    await conversation.load();
  },
});
setUpComposer(async (text) => (signIn.tookCode(text) ? null : say(text)));
setUpMenu({
  startAnew: () => {
    conversation.forgetAnswering();
    return conversation.load();
  },
});

/** What cannot be learnt now is shown the next time. */
function showWhoIsHere(): Promise<void> {
  return signIn.load().then(offer, () => {});
}

const file = byId('file', HTMLInputElement);
byId('attach', HTMLButtonElement).addEventListener('click', () => file.click());
file.addEventListener('change', async () => {
  const [chosen] = file.files ?? [];
  file.value = '';
  if (chosen !== undefined) await conversation.sendFile(chosen);
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void conversation.refresh();
});
const loaded = showWhoIsHere();
await conversation.load();
await loaded;
await conversation.resume();
signIn.takeCodeFromAddress();
if (!(await openSurveyFromAddress())) await conversation.resumeAnswering();
addEventListener('hashchange', () => void openSurveyFromAddress());

/** A link or a scanned picture brings the code of a questionnaire behind the number sign. */
async function openSurveyFromAddress(): Promise<boolean> {
  const code = /^#survey=([A-Za-z0-9-]{1,40})$/u.exec(location.hash)?.[1];
  if (code === undefined) return false;
  history.replaceState(null, '', location.pathname + location.search);
  await say(`问卷 ${code}`);
  return true;
}
