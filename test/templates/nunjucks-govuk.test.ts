import { describe, expect, it } from 'vitest';
import { SummaryView } from './summary-view.js';

const PAGE = `{% extends "layouts/main.njk" %}
{% from "govuk/components/input/macro.njk" import govukInput %}
{% from "govuk/components/radios/macro.njk" import govukRadios %}
{% from "govuk/components/checkboxes/macro.njk" import govukCheckboxes %}
{% from "govuk/components/date-input/macro.njk" import govukDateInput %}
{% import "../macros/fields.njk" as fields %}

{% set pageTitle = "About you" %}

{% block content %}
<form action="/about-you" method="post" novalidate>
  <input type="hidden" name="_csrf" value="{{ csrfToken }}">
  {{ govukInput({
    label: { text: "Email address", classes: "govuk-label--m" },
    id: "email",
    name: "email",
    type: "email",
    value: data.email,
    errorMessage: { text: errors.email.msg } if errors.email
  }) }}
  {% set smsHtml %}
    {{ govukInput({ id: "phone", name: "phone", value: data['phone'] or "" }) }}
  {% endset %}
  {{ govukRadios({
    name: "contact",
    items: [
      { value: "email", text: "Email", checked: checked("contact", "email") },
      { value: "sms", text: "Text", checked: data.contact === "sms", conditional: { html: smsHtml } }
    ]
  }) }}
  {{ govukDateInput({
    namePrefix: "dob",
    items: [{ name: "day", value: data.dob.day }, { name: "month" }, { name: "year" }]
  }) }}
  {% if not data.interests %}
    {{ govukCheckboxes({ name: "interests", values: data.interests, items: interestItems }) }}
  {% endif %}
  {{ fields.postcode(id="postcode", value=form.postcode) }}
</form>
{% endblock %}
`;

describe('a GOV.UK page', () => {
  const view = new SummaryView(PAGE);
  const calls = view.effects().filter(({ e }) => e === 'call');

  it('calls the components with what they are given', () => {
    expect(calls.map(({ value }) => value.replaceAll('<govuk/components/', '<'))).toEqual([
      '<form { action: "/about-you", method: "post", novalidate: true }>',
      '<input { type: "hidden", name: "_csrf", value: $.csrfToken, (form): { action: "/about-you", method: "post", novalidate: true } }>',
      '<input/macro.njk>.govukInput({ label: { text: "Email address", classes: "govuk-label--m" }, id: "email", name: "email", type: "email", value: $.data.email, errorMessage: ({ text: $.errors.email.msg } ?: undefined) })',
      '<input/macro.njk>.govukInput({ id: "phone", name: "phone", value: ($.data.phone || "") })',
      '$.checked("contact", "email")',
      '<radios/macro.njk>.govukRadios({ name: "contact", items: [{ value: "email", text: "Email", checked: $.checked("contact", "email") }, { value: "sms", text: "Text", checked: ===($.data.contact, "sms"), conditional: { html: ?dynamic } }] })',
      '<date-input/macro.njk>.govukDateInput({ namePrefix: "dob", items: [{ name: "day", value: $.data.dob.day }, { name: "month" }, { name: "year" }] })',
      '<checkboxes/macro.njk>.govukCheckboxes({ name: "interests", values: $.data.interests, items: $.interestItems })',
      '<../macros/fields.njk>.*.postcode({ __keywords: true, id: "postcode", value: $.form.postcode })',
      expect.stringMatching(/^<layouts\/main\.njk>\.default\(\{ \.\.\.\$, .*pageTitle: "About you" \}\)$/),
    ]);
  });

  it('guards what is asked only when it is missing', () => {
    expect(calls.filter(({ arms }) => arms.length > 0).map(({ arms, source }) => [arms, source])).toEqual([
      [['if 0: !($.data.interests)'], 'govukCheckboxes({ name: "interests", values: data.interests, items: interestItems })'],
    ]);
  });

  it('has the same places with CRLF', () => {
    const crlf = new SummaryView(PAGE.replaceAll('\n', '\r\n'));
    expect(crlf.effects().map(({ source }) => source.replaceAll('\r\n', '\n'))).toEqual(view.effects().map(({ source }) => source));
  });
});
