/** A template that its engine would refuse, too: the host reports one note and goes on. */
export class TemplateSyntaxError extends Error {
  override readonly name = 'TemplateSyntaxError';

  /**
   * @param message what is wrong, without a position
   * @param offset where, in UTF-16 code units from the start of the text
   */
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}
