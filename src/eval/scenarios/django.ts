import { code } from "../code.ts";
import { broken } from "../expected.ts";
import type { Scenario } from "../scenario.ts";

const base = {
  "shop/__init__.py": "",
  "shop/models.py": code`
    from django.db import models


    class Order(models.Model):
        total = models.DecimalField()
        note = models.TextField()

        class Meta:
            ordering = ["total"]

        def is_open(self):
            return self.total > 0

        def save(self, *args, **kwargs):
            super().save(*args, **kwargs)


    class Cart(models.Model):
        total = models.DecimalField()
  `,
  "shop/views.py": code`
    from django.http import HttpResponse


    def order_list(request):
        return HttpResponse("orders")
  `,
};

const sums = code`
  from shop.models import Order


  def sum_of(orders: list[Order], last: Order):
      return last.total
`;

/** Models whose base class is somebody else's, and views that are named in lists of addresses. */
export const django: readonly Scenario[] = [
  {
    name: "Django: a field of a model is renamed, a new function reads it",
    base,
    alice: {
      "shop/models.py": [
        ["total = models.DecimalField()\n    note", "amount = models.DecimalField()\n    note"],
        ['["total"]', '["amount"]'],
        ["self.total > 0", "self.amount > 0"],
      ],
    },
    bob: { "shop/sums.py": sums },
    expected: [broken("shop/models.py#Order.total", "shop/sums.py")],
  },
  {
    name: "Django: a method of a model is renamed, a new function calls it",
    base,
    alice: { "shop/models.py": [["def is_open(self)", "def is_pending(self)"]] },
    bob: { "shop/sums.py": sums.replace("last.total", "last.is_open()") },
    expected: [broken("shop/models.py#Order.is_open", "shop/sums.py")],
  },
  {
    name: "Django: a view is renamed, a new list of addresses names it",
    base,
    alice: { "shop/views.py": [["def order_list(", "def list_orders("]] },
    bob: {
      "shop/urls.py": code`
        from django.urls import path

        from . import views

        urlpatterns = [path("orders/", views.order_list)]
      `,
    },
    expected: [broken("shop/views.py#order_list", "shop/urls.py")],
  },
  {
    name: "Django: what a model does beside saving is removed, a new function saves it",
    base,
    alice: { "shop/models.py": [["\n\n    def save(self, *args, **kwargs):\n        super().save(*args, **kwargs)", ""]] },
    bob: { "shop/sums.py": sums.replace("return last.total", "last.save()") },
    expected: [],
  },
  {
    name: "Django: a field of a model is removed, a new function reads one of that name of another model",
    base,
    alice: {
      "shop/models.py": [
        ["    total = models.DecimalField()\n    note", "    note"],
        ['["total"]', '["note"]'],
        ["self.total > 0", "True"],
      ],
    },
    bob: { "shop/sums.py": sums.replaceAll("Order", "Cart") },
    expected: [],
  },
  {
    name: "Django: models move into a package that still offers them",
    base,
    alice: { "shop/models/orders.py": { from: "shop/models.py" }, "shop/models/__init__.py": "from .orders import Cart, Order\n" },
    bob: { "shop/sums.py": sums },
    expected: [],
  },
  {
    name: "Django: both add a list of addresses to applications of their own",
    base,
    alice: { "shop/urls.py": 'from django.urls import path\n\nurlpatterns = [path("", lambda request: None)]\n' },
    bob: { "blog/urls.py": 'from django.urls import path\n\nurlpatterns = [path("", lambda request: None)]\n' },
    expected: [],
  },
  {
    name: "Django: both add a model with settings of its own",
    base,
    alice: {
      "shop/stock.py": code`
        from django.db import models


        class Item(models.Model):
            class Meta:
                ordering = ["id"]
      `,
    },
    bob: {
      "blog/models.py": code`
        from django.db import models


        class Post(models.Model):
            class Meta:
                ordering = ["id"]
      `,
    },
    expected: [],
  },
];
