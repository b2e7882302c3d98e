import { setUpComposer } from './composer.ts';
import { ConversationView } from './conversation.ts';
import { setUpMenu } from './menu.ts';
import { PassageSheet } from './passage-sheet.ts';

const conversation = new ConversationView(new PassageSheet());
setUpComposer((text) => conversation.say(text));
setUpMenu({
  say: (text, shown) => conversation.say(text, shown),
  startAnew: () => conversation.load(),
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void conversation.refresh();
});
await conversation.load();
