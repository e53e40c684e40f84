/** Where the text of a raw element (`<script>`, `<style>`) ends, and where its end tag does. */
export function rawEnd(text: string, start: number, name: string): { readonly end: number; readonly next: number } {
  const close = new RegExp(`</${escaped(name)}(?=[\\s/>])[^>]*>?`, 'gi');
  close.lastIndex = start;
  const match = close.exec(text);
  return match ? { end: match.index, next: close.lastIndex } : { end: text.length, next: text.length };
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
