import { READ_ROSTER } from '../documents/read-roster';
import { READ_HISTORY } from '../documents/read-history';
import { READ_VISIT } from '../documents/read-visit';
import { READ_VIEWER } from '../documents/read-viewer';
import { READ_VISITOR } from '../documents/read-visitor';
import { rosterAnswer } from './roster-answer';
import { ScriptedNetwork } from './scripted-network';
import { viewerAnswer } from './viewer-answer';
import { visitAnswer } from './visit-answer';
import type { SentVisitor } from './visitor-card';

/** A network with a signed-in agent behind it, one site and these visitors; nobody else can be found. */
export function workingSite(visitors: readonly SentVisitor[]): ScriptedNetwork {
  return new ScriptedNetwork()
    .answer(READ_VIEWER, () => viewerAnswer('site_a'))
    .answer(READ_ROSTER, ({ openId }) =>
      rosterAnswer({ visitors, open: visitors.find(({ id }) => id === openId) }),
    )
    .answer(READ_VISIT, ({ id }) => visitAnswer(String(id)))
    .answer(READ_HISTORY, ({ siteId }) => ({
      data: { site: { __typename: 'Site', id: siteId, onlineHistory: [] } },
    }))
    .answer(READ_VISITOR, ({ id }) => {
      const visitor = visitors.find((each) => each.id === id);
      return {
        data: { visitor: visitor ? { ...visitor, site: { __typename: 'Site', id: 'site_a' } } : null },
      };
    });
}
