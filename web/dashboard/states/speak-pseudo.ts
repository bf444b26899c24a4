import { compileMessage } from '@lingui/message-utils/compileMessage';
import { i18n } from '../language/i18n';

/** From now on every text of a catalogue stands between ⟦ and ⟧, so that one which is from none stands out. */
export function speakPseudo(): void {
  i18n.setMessagesCompiler((message) => compileMessage(`⟦${message}⟧`));
}
