import type { ReadAuditLogQuery } from '../../../../../generated/settings/graphql';
import { plainText } from '../../../../text/plain-text';
import list from '../parts/RowList.module.css';
import { When } from '../parts/When';
import { Trans } from '../../../../language/Trans';
import { auditSentence } from './audit-sentence';

export interface AuditRowProps {
  readonly entry: NonNullable<NonNullable<ReadAuditLogQuery['site']>['auditLog']>[number];
}

/** One act: who did what, to what, and when. Names are as they were then, and are shown as nothing but text. */
export function AuditRow({ entry }: AuditRowProps) {
  const actor = <bdi className={list.name}>{plainText(entry.actor)}</bdi>;
  const sentence = auditSentence(entry.action);
  return (
    <li className={list.row}>
      <div className={list.main}>
        <span>
          {sentence ? <Trans id={sentence} values={{ actor }} /> : actor}
          {sentence ? null : <bdi dir="ltr"> {plainText(entry.action)}</bdi>}
        </span>
        {entry.subject ? (
          <span className={list.detail}>
            <bdi>{plainText(entry.subject)}</bdi>
          </span>
        ) : null}
      </div>
      <span className={list.note}>
        <When at={entry.at} />
      </span>
    </li>
  );
}
