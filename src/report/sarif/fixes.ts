import type { ArtifactChange, Fix, Region } from 'sarif';
import { visible } from '../escape.js';
import type { FindingSuggestion } from '../finding.js';
import type { SourceLines } from '../source-lines.js';
import type { Sources } from '../sources.js';
import type { Locations } from './locations.js';

/** Suggestions as SARIF's fixes, the safest first. One whose files cannot all be read is left out. */
export function toFixes(suggestions: readonly FindingSuggestion[], locations: Locations, sources: Sources): readonly Fix[] {
  return suggestions.flatMap(({ message, edits }) => {
    const paths = [...new Set(edits.map(({ path }) => path))];
    const changes = paths.flatMap((path) => {
      const source = sources.of(path);
      return source === undefined ? [] : [toChange(path, source, edits, locations)];
    });
    if (changes.length === 0 || changes.length < paths.length) return [];
    return [{ ...(message === '' ? {} : { description: { text: visible(message) } }), artifactChanges: changes }];
  });
}

function toChange(path: string, source: SourceLines, edits: FindingSuggestion['edits'], locations: Locations): ArtifactChange {
  const own = edits.filter((edit) => edit.path === path);
  return {
    artifactLocation: locations.artifactOf(path),
    replacements: own.map(({ range, text }) => ({ deletedRegion: regionOf(source, range), ...(text === '' ? {} : { insertedContent: { text } }) })),
  };
}

/** An insertion deletes a region without length. */
function regionOf(source: SourceLines, [start, end]: readonly [number, number]): Region {
  const [startLine, endLine] = [source.lineOf(start), source.lineOf(end)];
  return { startLine, startColumn: start - source.startOf(startLine) + 1, endLine, endColumn: end - source.startOf(endLine) + 1 };
}
