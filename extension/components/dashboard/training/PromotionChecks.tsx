import type { PromotionDecision } from '../../../../shared/protocol/training-run.ts';
import { texts } from '../../../texts.ts';
import { Icon } from '../../common/Icon.tsx';

interface PromotionChecksProps {
  readonly decision: PromotionDecision;
}

/** Every check that a policy must pass before it may be used, with what was found. */
export function PromotionChecks({ decision }: PromotionChecksProps) {
  const t = texts.dashboard.training.checks;
  const failed = decision.checks.filter(({ passed }) => !passed).length;
  return (
    <div className="stack-tight">
      <p>{t.summary(failed, decision.checks.length)}</p>
      <ul className="checks">
        {decision.checks.map(({ check, passed, found }) => (
          <li key={check} className={passed ? 'check check-passed' : 'check check-failed'}>
            <Icon name={passed ? 'check' : 'cross'} />
            <div>
              <span className="check-word">{passed ? t.passed : t.failed}</span> {capitalised(check)}
              <div className="small soft">{t.found(found)}</div>
            </div>
          </li>
        ))}
      </ul>
      <p className="small soft">{t.look(decision.look, decision.level)}</p>
    </div>
  );
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
