import { defineModel } from './define-model.js';

const VERBS = 'get,post,put,patch,delete,del,all,head,options,use';

/** Contexts of Koa, which its middlewares and the handlers of its routers are given. */
export const koa = defineModel({
  id: 'koa',
  docs: 'https://koajs.com/',
  packages: ['koa', '@koa/router', 'koa-router'],
  checkedAgainst: 'koa 2, 3; @koa/router 15; koa-router 14',
  types: [
    { name: 'koa.App', from: { package: 'koa' }, path: 'New' },
    { name: 'koa.App', from: { type: 'koa.App' }, path: 'Member[use].Return' },
    { name: 'koa.Router', from: { package: '@koa/router' }, path: 'New' },
    { name: 'koa.Router', from: { package: '@koa/router' }, path: 'Return' },
    { name: 'koa.Router', from: { package: '@koa/router' }, path: 'Member[Router].New' },
    { name: 'koa.Router', from: { package: 'koa-router' }, path: 'New' },
    { name: 'koa.Router', from: { package: 'koa-router' }, path: 'Return' },
    { name: 'koa.Router', from: { type: 'koa.Router' }, path: `Member[${VERBS},prefix].Return` },
    { name: 'koa.Context', from: { type: 'koa.App' }, path: 'Member[use].Argument[any].Parameter[0]' },
    { name: 'koa.Context', from: { type: 'koa.Router' }, path: `Member[${VERBS}].Argument[any].Parameter[0]` },
  ],
  declaredTypes: [
    { package: 'koa', name: 'Context', type: 'koa.Context' },
    { package: 'koa', name: 'ParameterizedContext', type: 'koa.Context' },
    { package: 'koa', name: 'ExtendableContext', type: 'koa.Context' },
    { package: '@koa/router', name: 'RouterContext', type: 'koa.Context' },
    { package: 'koa-router', name: 'RouterContext', type: 'koa.Context' },
    { package: 'koa-router', name: 'IRouterContext', type: 'koa.Context' },
  ],
  functionTypes: [
    { package: 'koa', name: 'Middleware', parameter: 0, type: 'koa.Context' },
    { package: '@koa/router', name: 'RouterMiddleware', parameter: 0, type: 'koa.Context' },
    { package: 'koa-router', name: 'IMiddleware', parameter: 0, type: 'koa.Context' },
  ],
});
