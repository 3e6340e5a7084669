import { texts } from '../../texts.ts';
import { Icon } from '../common/Icon.tsx';
import type { PostingView } from '../posting-view.ts';
import type { FindingActions } from './FindingItem.tsx';
import { FindingItem } from './FindingItem.tsx';

interface FindingGroupsProps extends FindingActions {
  readonly groups: PostingView['groups'];
}

/** Findings by severity, the gravest first. */
export function FindingGroups({ groups, ...actions }: FindingGroupsProps) {
  return groups.map(({ severity, items }) => (
    <section key={severity} className="stack-tight findings-group" aria-labelledby={`severity-${severity}`}>
      <h3 id={`severity-${severity}`} className="row">
        <Icon name={severity} className={`severity-${severity}`} />
        <span className="grow">{texts.severity[severity].title}</span>
        <span className="soft">{items.length}</span>
      </h3>
      <p className="small soft">{texts.severity[severity].hint}</p>
      <ul className="findings">
        {items.map((item) => (
          <FindingItem key={item.key} item={item} {...actions} />
        ))}
      </ul>
    </section>
  ));
}
