import { TemplateSyntaxError } from './template-syntax-error.js';

/** A template that nests more deeply than is read here. Its engine might take it. */
export class TemplateTooDeepError extends TemplateSyntaxError {
  /** @param offset as of {@link TemplateSyntaxError} */
  constructor(offset: number) {
    super('nesting too deep', offset);
  }
}
