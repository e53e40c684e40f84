import { describe, expect, it } from 'vitest';
import { scriptBlocks } from '../../src/templates/script-blocks.js';

/** Language and the code that is left, after checking that nothing moved. */
function read(file: string, text: string): readonly [string, string] | undefined {
  const blocks = scriptBlocks(file, text);
  if (!blocks) return undefined;
  expect(blocks.masked).toHaveLength(text.length);
  for (let index = 0; index < text.length; index++) {
    const [was, is] = [text[index]!, blocks.masked[index]!];
    if (is !== was) expect([is, /[\n\r\u2028\u2029]/.test(was)]).toEqual([' ', false]);
  }
  return [blocks.lang, blocks.masked.trim().replace(/\s+/g, ' ')];
}

describe('Vue', () => {
  const vue = (text: string): readonly [string, string] | undefined => read('a/B.vue', text);

  it.each([
    ['one script', '<template><p>😀</p></template>\r\n<script>\r\nlet a\r\n</script>\u2028<style>b{}</style>', ['js', 'let a']],
    ['script setup', '<script setup lang="ts">\nlet a: A\n</script>', ['ts', 'let a: A']],
    ['two scripts', '<script lang="ts">\nlet a\n</script>\n<script lang="ts" setup>\nlet b\n</script>', ['ts', 'let a let b']],
    ['tsx beside js', '<script>\nlet a\n</script><script setup lang="tsx">\nlet b\n</script>', ['tsx', 'let a let b']],
    ['script in the template', '<template><div><script>no</script></div><template #a><script>no</script></template></template><script>yes</script>', ['js', 'yes']],
    ['script in a comment', '<!-- <script>no</script> --><script>yes</script><!-- <script>', ['js', 'yes']],
    ['script with src', '<script src="./a.js"></script><script setup>yes</script>', ['js', 'yes']],
    ['coffee', '<script lang="coffee">a = -> 1</script>', ['unknown', '']],
    ['coffee beside ts', '<script lang="coffee">a = -> 1</script><script lang=ts>yes</script>', ['ts', 'yes']],
    ['script in another block', '<docs><script>no</script></docs><script>yes</script><i18n lang="json">{"a":"<script>"}</i18n>', ['js', 'yes']],
    ['tags in attributes', '<template><a :x="b > \'</template>\'" :y="\'<script>\'"/></template><script>yes</script>', ['js', 'yes']],
    ['a comparison in braces', '<template>{{ a <b }} {{ "</template>" }}</template><script>yes</script>', ['js', 'yes']],
    ['a pug template', '<template lang="pug">\n<template>\n</template><script>yes</script>', ['js', 'yes']],
    ['a self-closing template', '<template src="./a.html" /><script>yes</script>', ['js', 'yes']],
    ['generics', '<script setup lang="ts" generic="T extends A<string>">yes</script>', ['ts', 'yes']],
    ['an end tag in a string', '<script>a = "<\\/script>"; b = "</scripts>"</script>', ['js', 'a = "<\\/script>"; b = "</scripts>"']],
    ['an unfinished script', '<script>yes', ['js', 'yes']],
    ['upper case in the end tag', '<script>yes</SCRIPT >', ['js', 'yes']],
  ])('reads %s', (_, text, expected) => {
    expect(vue(text)).toEqual(expected);
  });

  it('has nothing to say without a script', () => {
    expect(vue('<template><script>no</script></template>')).toBeUndefined();
    expect(vue('<script src="a.ts"></script>')).toBeUndefined();
    expect(vue('')).toBeUndefined();
    expect(scriptBlocks('a.html', '<script>a</script>')).toBeUndefined();
  });

  it('keeps offsets in UTF-16', () => {
    const text = '<template>😀é\u2029</template>\n<script>\nlet x = "😀";\n</script>';
    const { masked } = scriptBlocks('A.VUE', text)!;
    expect(masked.indexOf('let x = "😀";')).toBe(text.indexOf('let x'));
  });
});

describe('Svelte', () => {
  const svelte = (text: string): readonly [string, string] | undefined => read('A.svelte', text);

  it.each([
    ['instance and module', '<script context="module">\nlet a\n</script>\n<script lang="ts">\nlet b\n</script>\n<p>{b}</p>', ['ts', 'let a let b']],
    ['module attribute', '<script module>yes</script>', ['js', 'yes']],
    ['a script in an element', '<svelte:head><script>no</script></svelte:head><div><br><script>no</script></div><script>yes</script>', ['js', 'yes']],
    ['a script in a block', '{#if a}<script>no</script>{/if}<script>yes</script>', ['js', 'yes']],
    ['a script in an expression', '{@html `<script>no</script>`}{"<div>"}{a <b}<script>yes</script>', ['js', 'yes']],
    ['braces in attributes', '<p on:click={() => { a > "}" }} {...rest} class="x {y}"/><script>yes</script>', ['js', 'yes']],
    ['a quote in a regular expression', "{a.replace(/'/g, '')}<script>yes</script>", ['js', 'yes']],
    ['elements without an end tag', '<ul><li>a<li>b</ul><input><script>yes</script>', ['js', 'yes']],
    ['type', '<script type="text/typescript">yes</script>', ['ts', 'yes']],
    ['JSON', '<script type="application/ld+json">{}</script><script>yes</script>', ['js', 'yes']],
    ['lone braces', '<p>{ it\'s</p><script>yes</script>', ['js', 'yes']],
  ])('reads %s', (_, text, expected) => {
    expect(svelte(text)).toEqual(expected);
  });
});

describe('hostile components', () => {
  it.each([
    ['braces', '{'],
    ['double braces', '{{ '],
    ['start tags', '<a '],
    ['attributes', '<a b="'],
    ['templates', '<template>'],
    ['scripts', '<script>'],
    ['comments', '<!-- '],
    ['elements', '<div>'],
    ['quotes in braces', '{"'],
    ['end tags', '</a'],
    ['spaces in a tag', '<a                    '],
  ])('is linear in %s', (_, piece) => {
    const text = piece.repeat(100_000);
    for (const file of ['a.vue', 'a.svelte']) {
      const start = process.cpuUsage();
      scriptBlocks(file, text);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
    }
  });
});
