"""An edition as one package: a BagIt bag that is an RO-Crate, made and proved."""
