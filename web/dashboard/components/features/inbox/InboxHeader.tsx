import { memo, type Ref } from 'react';
import { plainView } from '../../../roster/plain-view';
import type { RosterView } from '../../../roster/roster-view';
import type { ReadViewerQuery } from '../../../../generated/graphql';
import { AgentMenu } from '../../shell/AgentMenu';
import { AppHeader } from '../../shell/AppHeader';
import { SearchField } from '../../shell/SearchField';
import { SiteSwitch } from '../../shell/SiteSwitch';

type Viewer = NonNullable<ReadViewerQuery['viewer']>;

export interface InboxHeaderProps {
  readonly agent: NonNullable<Viewer['agent']>;
  readonly sites: readonly [Viewer['sites'][number], ...Viewer['sites']];
  readonly siteId: string;
  readonly view: RosterView;
  readonly search: Ref<HTMLInputElement>;
  readonly onShow: (view: RosterView) => void;
  readonly onShowKeys: () => void;
  readonly onLeave: () => void;
}

/** The bar over the roster. A click on a visitor changes nothing of it, and so does not draw it. */
export const InboxHeader = memo(function InboxHeader({
  agent,
  sites,
  siteId,
  view,
  search,
  onShow,
  onShowKeys,
  onLeave,
}: InboxHeaderProps) {
  return (
    <AppHeader
      site={<SiteSwitch sites={sites} currentId={siteId} onChoose={(id) => onShow(plainView(id))} />}
      search={
        <SearchField
          key={siteId}
          ref={search}
          value={view.search}
          onSearch={(text) => onShow({ ...view, search: text })}
        />
      }
      agent={<AgentMenu agent={agent} siteId={siteId} onLeave={onLeave} onShowKeys={onShowKeys} />}
    />
  );
});
