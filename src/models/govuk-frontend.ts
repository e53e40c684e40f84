import { defineModel } from './define-model.js';

/** Components whose parameter `value` is the text that the field shows. */
const TEXT: ReadonlySet<string> = new Set(['input', 'textarea', 'character-count']);

/** GOV.UK Design System macros: in Nunjucks pages it is these that ask, not `<input>`. */
export const govukFrontend = defineModel({
  id: 'govuk-frontend',
  docs: 'https://design-system.service.gov.uk/components/',
  packages: ['govuk-frontend'],
  checkedAgainst: '5',
  asks: ['input', 'textarea', 'select', 'radios', 'checkboxes', 'date-input', 'password-input', 'character-count', 'file-upload'].map((component) => ({
    from: { package: `govuk/components/${component}/macro.njk` },
    path: `Member[govuk${component.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}].Return`,
    answer: 'form-post' as const,
    field: { name: ['name', 'idPrefix', 'namePrefix'], label: ['label.text', 'fieldset.legend.text'], shows: ['value', 'values', 'idValue'], choices: 'items' },
    ...(TEXT.has(component) ? { prefill: 'value' as const } : {}),
  })),
});
