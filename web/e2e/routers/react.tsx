import { createRoot } from 'react-dom/client';
import { createBrowserRouter, Link, Navigate, Outlet, useParams, useSearchParams } from 'react-router';
import { RouterProvider } from 'react-router/dom';

function Layout() {
  return (
    <>
      {['a', 'b', 'c', 'moved'].map((name) => (
        <Link key={name} to={`/${name}`}>
          {name}
        </Link>
      ))}
      <Outlet />
    </>
  );
}

function Route() {
  const { name = 'home' } = useParams();
  const [, setSearch] = useSearchParams();
  return (
    <>
      <title>{`React ${name}`}</title>
      <button onClick={() => setSearch({ sort: 'price' })}>sort</button>
    </>
  );
}

const router = createBrowserRouter(
  [
    {
      element: <Layout />,
      children: [
        { path: '/', element: <Route /> },
        { path: '/moved', element: <Navigate to="/c" replace /> },
        { path: '/:name', element: <Route /> },
      ],
    },
  ],
  { basename: '/react' },
);

createRoot(document.querySelector('main')!).render(<RouterProvider router={router} />);
