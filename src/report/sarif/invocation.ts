import type { Invocation, Notification } from 'sarif';
import { visible } from '../escape.js';
import type { LeftOut, ScanReport } from '../scan-report.js';
import type { Locations } from './locations.js';

/** Skipped files that are named one by one. */
const MOST_NAMED = 1_000;

/** How the run went: what could not be analysed, what was left out, and what the report does not say. */
export function toInvocation(report: ScanReport, remarks: readonly string[], locations: Locations): Invocation {
  const { failed, skipped, notes } = report;
  const unnamed = skipped.length - MOST_NAMED;
  const notifications = [
    ...failed.map((file) => toNotification('error', `Could not be analysed: ${file.reason}`, file, locations)),
    ...notes.map((note) => toNotification('warning', note)),
    ...remarks.map((remark) => toNotification('warning', remark)),
    ...skipped.slice(0, MOST_NAMED).map((file) => toNotification('note', `Left out: ${file.reason}`, file, locations)),
    ...(unnamed > 0 ? [toNotification('note', `${unnamed} more files are left out.`)] : []),
  ];
  return { executionSuccessful: failed.length === 0, ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }) };
}

/** A failure that is not one file's has the path `.`. */
function toNotification(level: Notification.level, text: string, file?: LeftOut, locations?: Locations): Notification {
  const place = file === undefined || file.path === '.' ? undefined : locations?.artifactOf(file.path);
  return { level, message: { text: visible(text) }, ...(place === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: place } }] }) };
}
