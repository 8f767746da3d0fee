"""The texts of a collection for machines that read passages: Distributed Text Services (DTS 1.0), as files."""
