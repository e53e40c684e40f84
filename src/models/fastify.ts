import { defineModel } from './define-model.js';

const VERBS = 'get,post,put,patch,delete,all,head,options';

/** Requests and replies of Fastify: of its handlers, its hooks and those inside of its plugins. */
export const fastify = defineModel({
  id: 'fastify',
  docs: 'https://fastify.dev/docs/latest/Reference/Server/',
  packages: ['fastify', 'fastify-plugin'],
  checkedAgainst: '4, 5',
  types: [
    { name: 'fastify.App', from: { package: 'fastify' }, path: 'Return' },
    { name: 'fastify.App', from: { package: 'fastify' }, path: 'Member[fastify].Return' },
    { name: 'fastify.App', from: { type: 'fastify.App' }, path: `Member[${VERBS},register,addHook,decorate,decorateRequest,withTypeProvider].Return` },
    { name: 'fastify.App', from: { type: 'fastify.App' }, path: 'Member[register].Argument[0].Parameter[0]' },
    { name: 'fastify.App', from: { package: 'fastify-plugin' }, path: 'Argument[0].Parameter[0]' },
    { name: 'fastify.Request', from: { type: 'fastify.App' }, path: `Member[${VERBS}].Argument[last].Parameter[0]` },
    { name: 'fastify.Request', from: { type: 'fastify.App' }, path: 'Member[addHook].Argument[1].Parameter[0]' },
    { name: 'fastify.Reply', from: { type: 'fastify.App' }, path: `Member[${VERBS}].Argument[last].Parameter[1]` },
    { name: 'fastify.Reply', from: { type: 'fastify.App' }, path: 'Member[addHook].Argument[1].Parameter[1]' },
    { name: 'fastify.Reply', from: { type: 'fastify.Reply' }, path: 'Member[code,status,header,headers,type,setCookie,cookie,clearCookie].Return' },
  ],
  declaredTypes: [
    { package: 'fastify', name: 'FastifyInstance', type: 'fastify.App' },
    { package: 'fastify', name: 'FastifyRequest', type: 'fastify.Request' },
    { package: 'fastify', name: 'FastifyReply', type: 'fastify.Reply' },
  ],
  functionTypes: [
    ...['FastifyPluginAsync', 'FastifyPluginCallback'].map((name) => ({ package: 'fastify', name, parameter: 0, type: 'fastify.App' })),
    ...['RouteHandler', 'RouteHandlerMethod', 'preHandlerHookHandler', 'preHandlerAsyncHookHandler', 'onRequestHookHandler', 'onRequestAsyncHookHandler'].flatMap((name) => [
      { package: 'fastify', name, parameter: 0, type: 'fastify.Request' },
      { package: 'fastify', name, parameter: 1, type: 'fastify.Reply' },
    ]),
  ],
});
