import './failure-guard.css';
import { Component, type ReactNode } from 'react';
import { t } from '../texts/t.ts';

/** The code of a part of the page could not be fetched. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched';
}

interface FailureGuardProps {
  readonly children: ReactNode;
  /** Called before what it holds is drawn again. */
  readonly onRetry?: () => void;
  /** Shown above the failure of a whole page. */
  readonly header?: ReactNode;
}

/** Says that a part of the page cannot be shown in the place of that part, so that all the rest stays. */
export class FailureGuard extends Component<FailureGuardProps, { readonly failure: unknown }> {
  override readonly state: { readonly failure: unknown } = { failure: null };

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    const reason = failure instanceof NotFetched ? 'unreachable' : 'broken';
    return (
      <>
        {this.props.header}
        <div className="card failure" role="alert">
          <strong>{t(`shell.${reason}.title`)}</strong>
          <p className="muted">{t(`shell.${reason}.text`)}</p>
          <button type="button" className="button" onClick={this.retry}>
            {t('shell.tryAgain')}
          </button>
        </div>
      </>
    );
  }

  private readonly retry = () => {
    this.props.onRetry?.();
    this.setState({ failure: null });
  };
}
