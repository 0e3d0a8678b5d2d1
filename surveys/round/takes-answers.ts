import type { Channel } from '#surveys/response/answers.ts';
import { isWardsOwn } from '#surveys/round/audience.ts';
import type { Round } from '#surveys/round/round.ts';

/**
 * Whether a round takes an answer that comes over a channel at an instant (ISO-8601 UTC). Residents answer
 * while the round is open and from `opensAt` until just before `closesAt`; paper and imports, which staff
 * enter after the post came, also while it is closed, until it is finalised. Records of the ward come by no post:
 * they are entered while the round is open.
 */
export function takesAnswers(
  round: Pick<Round, 'audience' | 'state' | 'opensAt' | 'closesAt'>,
  channel: Channel,
  now: string,
): boolean {
  switch (channel) {
    case 'web':
    case 'kiosk':
      return round.state === 'open' && round.opensAt <= now && now < round.closesAt;
    case 'paper':
    case 'import':
      return (
        round.opensAt <= now &&
        (round.state === 'open' || (round.state === 'closed' && !isWardsOwn(round.audience)))
      );
  }
}
