package io.scriptorium.demo;

/** What is done, as it is counted and told. */
enum Deed {
    WEBSITE("websites"),
    ACCOUNT("accounts"),
    ACCOUNT_STEP("steps of accounts"),
    WRITER("writers"),
    SETTING("settings"),
    ORDER("special orders"),
    ORDER_STEP("steps of orders"),
    REQUEST("order requests"),
    DECISION("decisions on requests"),
    TIP("tips"),
    INVOICE("payments of ordinary orders"),
    PAYING("attempts to pay"),
    REFUND("refunds"),
    TICKET("tickets"),
    TICKET_STEP("steps of tickets"),
    REVIEW("reviews");

    final String plural;

    Deed(String plural) {
        this.plural = plural;
    }
}
