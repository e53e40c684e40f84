import type { ArtifactLocation, Location, PhysicalLocation, Region } from 'sarif';
import { visible } from '../escape.js';
import type { RelatedSpan, Span } from '../finding.js';
import type { Sources } from '../sources.js';
import { toUri } from '../to-uri.js';

/** The name of the folder that all addresses are relative to; whoever reads the file knows where it has it. */
export const SOURCE_ROOT = '%SRCROOT%';

/** Code that is longer than this is not quoted. */
const LONGEST_SNIPPET = 400;

/** Places as SARIF writes them. */
export class Locations {
  readonly #folder: string;
  readonly #sources: Sources;

  constructor(folder: string, sources: Sources) {
    this.#folder = folder;
    this.#sources = sources;
  }

  artifactOf(path: string): ArtifactLocation {
    return { uri: toUri(this.#folder + path), uriBaseId: SOURCE_ROOT };
  }

  /** The place alone, with the code that stands there. */
  physicalOf(span: Span): PhysicalLocation {
    const text = this.#snippetOf(span);
    return { artifactLocation: this.artifactOf(span.path), region: { ...toRegion(span), ...(text === undefined ? {} : { snippet: { text } }) } };
  }

  /** A related place; the message of the finding links to its `id`. */
  relatedOf(place: RelatedSpan, id: number): Location {
    return { id, ...this.stepOf(place, place.message) };
  }

  /** A place that says what happens there. */
  stepOf(span: Span, message: string): Location {
    return { physicalLocation: this.physicalOf(span), ...(message === '' ? {} : { message: { text: visible(message) } }) };
  }

  #snippetOf({ path, line, column, endLine, endColumn }: Span): string | undefined {
    const source = this.#sources.of(path);
    if (source === undefined || line > source.count) return undefined;
    const text = source.text.slice(source.startOf(line) + column - 1, source.startOf(endLine) + endColumn - 1);
    return text === '' || text.length > LONGEST_SNIPPET ? undefined : text;
  }
}

function toRegion({ line, column, endLine, endColumn }: Span): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
