import { code } from "../code.ts";
import { broken } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const card = code`
  interface Props {
    readonly title: string;
    readonly wide: boolean;
  }

  export function Card({ title, wide }: Props) {
    return <section className={wide ? "wide" : "narrow"}>{title}</section>;
  }

  export default function Page() {
    return <Card title="Shop" wide />;
  }
`;

const auth = code`
  import { createContext, useContext } from "react";

  export interface AuthState {
    readonly user: string;
    readonly token: string;
  }

  export const AuthContext = createContext<AuthState>({ user: "", token: "" });

  export function useAuth(): AuthState {
    return useContext(AuthContext);
  }
`;

const base = { "src/card.tsx": card, "src/auth.ts": auth, "src/app.tsx": code`export const App = () => <main />;` };

const panel = code`
  import { Card } from "./card";

  export const Panel = () => <Card title="Panel" wide={false} />;
`;

const greeting = code`
  import { useAuth } from "./auth";

  export const Greeting = () => {
    const { user } = useAuth();
    return <p>{user}</p>;
  };
`;

const cardHead = "export function Card({ title, wide }: Props) {\n";

/** Components, their properties, hooks and contexts. */
export const react: readonly Scenario[] = [
  {
    name: "React: a component is renamed, a new one renders it",
    base,
    alice: {
      "src/card.tsx": [
        ["export function Card(", "export function Tile("],
        ["return <Card ", "return <Tile "],
      ],
    },
    bob: { "src/panel.tsx": panel },
    expected: [broken("src/card.tsx#Card", "src/panel.tsx")],
  },
  {
    name: "React: what a hook gives has another name, a new component takes it apart",
    base,
    alice: {
      "src/auth.ts": [
        ["readonly user: string", "readonly account: string"],
        ['{ user: "", ', '{ account: "", '],
      ],
    },
    bob: { "src/greeting.tsx": greeting },
    expected: [broken("src/auth.ts#AuthState.user", "src/greeting.tsx")],
  },
  {
    name: "React: a context is not exported any more, a new component reads it",
    base,
    alice: { "src/auth.ts": [["export const AuthContext", "const AuthContext"]] },
    bob: {
      "src/badge.tsx": code`
        import { useContext } from "react";
        import { AuthContext } from "./auth";

        export const Badge = () => <b>{useContext(AuthContext).token}</b>;
      `,
    },
    expected: [broken("src/auth.ts#AuthContext", "src/badge.tsx")],
  },
  {
    name: "React: a component is wrapped, a new one renders it as before",
    base,
    alice: {
      "src/card.tsx": [
        ["interface Props", 'import { memo } from "react";\n\ninterface Props'],
        [cardHead, "export const Card = memo(function Card({ title, wide }: Props) {\n"],
        ["{title}</section>;\n}", "{title}</section>;\n});"],
      ],
    },
    bob: { "src/panel.tsx": panel },
    expected: [],
  },
  {
    name: "React: a component becomes a constant with a type",
    base,
    alice: {
      "src/card.tsx": [
        ["interface Props", 'import type { FC } from "react";\n\ninterface Props'],
        [cardHead, "export const Card: FC<Props> = ({ title, wide }) => {\n"],
        ["{title}</section>;\n}", "{title}</section>;\n};"],
      ],
    },
    bob: { "src/panel.tsx": panel },
    expected: [],
  },
  {
    name: "React: the default export gets another name, a new file imports it under its own",
    base,
    alice: { "src/card.tsx": [["export default function Page(", "export default function Home("]] },
    bob: {
      "src/start.tsx": code`
        import Page from "./card";

        export const Start = () => <Page />;
      `,
    },
    expected: [],
  },
  {
    name: "React: properties of one component lose a member, those of another one are called the same",
    base,
    alice: {
      "src/card.tsx": [
        ["  readonly wide: boolean;\n", ""],
        ["{ title, wide }", "{ title }"],
        ['className={wide ? "wide" : "narrow"}', 'className="card"'],
        [" wide />", " />"],
      ],
    },
    bob: {
      "src/table.tsx": code`
        interface Props {
          readonly wide: boolean;
        }

        export const Table = (props: Props) => <table className={props.wide ? "wide" : "narrow"} />;
      `,
    },
    expected: [],
  },
  {
    name: "React: a hook takes options from now on, a new component calls it without",
    base,
    alice: { "src/auth.ts": [["useAuth(): AuthState", "useAuth({ quiet = false }: { quiet?: boolean } = {}): AuthState"]] },
    bob: { "src/greeting.tsx": greeting },
    expected: [],
  },
  {
    name: "React: the state of a hook gets one member more",
    base,
    alice: {
      "src/auth.ts": [
        ["readonly token: string", "readonly token: string;\n  readonly since: number"],
        ['token: "" }', 'token: "", since: 0 }'],
      ],
    },
    bob: { "src/greeting.tsx": greeting },
    expected: [],
  },
  {
    name: "Next.js: both add a handler of the same method, for different routes",
    base,
    alice: { "src/app/orders/route.ts": code`export const GET = async () => Response.json({ orders: [] });` },
    bob: { "src/app/users/route.ts": code`export const GET = async () => Response.json({ users: [] });` },
    expected: [],
  },
  {
    name: "React: both add a component with properties of its own",
    base,
    alice: { "src/menu/index.tsx": panel.replace('"./card"', '"../card"').replace("Panel = ()", "Menu = ()") },
    bob: {
      "src/table/index.tsx": code`
        interface Props {
          readonly rows: number;
        }

        export const Table = ({ rows }: Props) => <p>{rows}</p>;
      `,
    },
    expected: [],
  },
];
