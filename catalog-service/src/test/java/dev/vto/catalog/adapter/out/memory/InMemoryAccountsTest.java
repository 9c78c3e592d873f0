package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Accounts;
import dev.vto.catalog.application.port.AccountsContract;
import dev.vto.catalog.application.port.Catalog;

class InMemoryAccountsTest extends AccountsContract {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final InMemoryAccounts accounts = new InMemoryAccounts(catalog, new InMemorySubtrees(catalog));

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }
}
