import { code } from "../code.ts";
import { broken } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const base = {
  "app/__init__.py": "",
  "app/db.py": code`
    def get_db():
        yield open("shop.db")


    def load_user(id: str, deep: bool = False):
        return id
  `,
  "app/schemas.py": code`
    from pydantic import BaseModel


    class User(BaseModel):
        name: str
        email: str


    class Invoice(BaseModel):
        email: str
  `,
};

const users = code`
  from fastapi import APIRouter, Depends

  from app.db import get_db

  router = APIRouter(prefix="/users")


  @router.get("/")
  def users(db=Depends(get_db)):
      return list(db)
`;

const mail = code`
  from app.schemas import User


  def address_of(user: User) -> str:
      return user.email
`;

/** Dependencies that are handed on, routers, and models whose base class is somebody else's. */
export const fastapi: readonly Scenario[] = [
  {
    name: "FastAPI: a dependency is renamed, a new router depends on it",
    base,
    alice: { "app/db.py": [["def get_db(", "def open_db("]] },
    bob: { "app/users.py": users },
    expected: [broken("app/db.py#get_db", "app/users.py")],
  },
  {
    name: "FastAPI: a field of a model is removed, a new function reads it",
    base,
    alice: { "app/schemas.py": [["    name: str\n    email: str\n", "    name: str\n"]] },
    bob: { "app/mail.py": mail },
    expected: [broken("app/schemas.py#User.email", "app/mail.py")],
  },
  {
    name: "FastAPI: a field of a model is removed, a new function reads one of that name of another model",
    base,
    alice: { "app/schemas.py": [["    name: str\n    email: str\n", "    name: str\n"]] },
    bob: { "app/mail.py": mail.replaceAll("User", "Invoice") },
    expected: [],
  },
  {
    name: "FastAPI: a field becomes a property, a new function reads it",
    base,
    alice: {
      "app/schemas.py": [
        [
          "    name: str\n    email: str\n",
          '    name: str\n\n    @property\n    def email(self) -> str:\n        return self.name + "@localhost"\n',
        ],
      ],
    },
    bob: { "app/mail.py": mail },
    expected: [],
  },
  {
    name: "FastAPI: a dependency becomes async, a new router depends on it",
    base,
    alice: { "app/db.py": [["def get_db(", "async def get_db("]] },
    bob: { "app/users.py": users },
    expected: [],
  },
  {
    name: "FastAPI: both add a router with a route of one path below prefixes of their own",
    base,
    alice: { "app/users.py": users },
    bob: { "app/orders.py": users.replaceAll("users", "orders") },
    expected: [],
  },
  {
    name: "FastAPI: a parameter may only be given by name from now on, a new call gives it so",
    base,
    alice: { "app/db.py": [["id: str, deep: bool = False", "id: str, *, deep: bool = False"]] },
    bob: { "app/find.py": 'from app.db import load_user\n\nuser = load_user("1", deep=True)\n' },
    expected: [],
  },
  {
    name: "FastAPI: a parameter may only be given by name from now on, a new call gives it by position",
    base,
    alice: { "app/db.py": [["id: str, deep: bool = False", "id: str, *, deep: bool = False"]] },
    bob: { "app/find.py": 'from app.db import load_user\n\nuser = load_user("1", True)\n' },
    expected: [broken("app/db.py#load_user", "app/find.py")],
  },
];
