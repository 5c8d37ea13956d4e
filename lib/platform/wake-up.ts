import { browser } from "wxt/browser";

const ALARM = "wake-up";
/** The shortest period a browser allows. */
const PERIOD_MINUTES = 0.5;

/**
 * While it is set, the background is brought back at most half a minute after a death nobody wished for: a crash, a browser
 * that is short of memory. Alarms outlive the background, and a browser's start as well.
 */
export async function setWakeUp(wanted: boolean): Promise<void> {
  if (wanted) await browser.alarms.create(ALARM, { periodInMinutes: PERIOD_MINUTES });
  else await browser.alarms.clear(ALARM);
}

/** Being started for it is all that is wanted of the alarm. To be called synchronously when the background starts. */
export function listenForWakeUp(): void {
  browser.alarms.onAlarm.addListener(() => undefined);
}
