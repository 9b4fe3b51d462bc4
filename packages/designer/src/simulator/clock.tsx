import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { t } from '../texts/t.ts';
import { clockText, timeLeftMs } from './moments.ts';
import { useSimulator } from './simulator-store.ts';
import { isPolling, skipAhead, stepAhead } from './walking.ts';

/** The made-up time, and what lets it pass. */
export function Clock() {
  const isRunning = useSimulator((state) => state.isRunning);
  const elapsedMs = useSimulator(({ now, steps }) => (now?.world.nowMs ?? 0) - (steps[0]?.atMs ?? 0));
  const isWaiting = useSimulator(isPolling);
  const canPass = useSimulator(
    ({ now, asked }) => asked !== null && now !== null && (isPolling({ asked }) || timeLeftMs(now) > 0),
  );
  return (
    <div className="sim-clock" role="toolbar" aria-label={t('simulator.clock')}>
      <time>{clockText(elapsedMs)}</time>
      <ClockButton
        title={t(isRunning ? 'simulator.pause' : 'simulator.run')}
        Icon={isRunning ? IconPlayerPause : IconPlayerPlay}
        onPress={() => useSimulator.setState({ isRunning: !isRunning })}
      />
      <ClockButton
        title={t(isWaiting ? 'simulator.step' : 'simulator.stepMinute')}
        Icon={IconPlayerSkipForward}
        isDisabled={!canPass}
        onPress={() => void stepAhead()}
      />
      <ClockButton
        title={t(isWaiting ? 'simulator.skip' : 'simulator.skipRun')}
        Icon={IconPlayerTrackNext}
        isDisabled={!canPass}
        onPress={() => void skipAhead()}
      />
    </div>
  );
}

interface ClockButtonProps {
  readonly title: string;
  readonly Icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

function ClockButton({ title, Icon, isDisabled = false, onPress }: ClockButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      title={title}
      aria-label={title}
      disabled={isDisabled}
      onClick={onPress}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
