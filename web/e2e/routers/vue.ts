import { createApp, h } from 'vue';
import {
  createRouter,
  createWebHashHistory,
  createWebHistory,
  RouterLink,
  RouterView,
  type Router,
} from 'vue-router';

const isHash = location.pathname.startsWith('/vue-hash');
const base = isHash ? '/vue-hash' : '/vue';

const Route = {
  render: () => h('button', { onClick: () => void router.push({ query: { sort: 'price' } }) }, 'sort'),
};

const router: Router = createRouter({
  history: isHash ? createWebHashHistory(base) : createWebHistory(base),
  routes: [
    { path: '/', component: Route },
    { path: '/moved', redirect: '/c' },
    { path: '/:name', component: Route },
  ],
});
router.afterEach(({ params }) => {
  document.title = `Vue ${(params.name as string) || 'home'}`;
});

const links = () => ['a', 'b', 'c', 'moved'].map((name) => h(RouterLink, { to: `/${name}` }, () => name));
createApp({ render: () => [...links(), h(RouterView)] })
  .use(router)
  .mount('main');
